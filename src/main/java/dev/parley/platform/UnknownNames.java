package dev.parley.platform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What begins like the keys of Parley, or looks as if it should, and is none. Someone who mistypes
 * {@code PARLEY_REGISTRATION=closed} must not get a server that is open to all.
 */
final class UnknownNames {
  private static final String HINT =
      " What is meant for something else is let through by parley.config.ignore.";

  private final KeyNames names;
  private final List<String> ignored;

  /** What was meant, or nothing, by what was written. */
  private final Map<String, String> refused = new TreeMap<>();

  private final Set<String> passed = new TreeSet<>();

  /**
   * Knows what is none.
   *
   * @param ignored how names begin that are somebody else's, as in {@link KeyNames#variable}
   */
  UnknownNames(KeyNames names, List<String> ignored) {
    this.names = names;
    this.ignored = ignored;
  }

  /** Looks at variables of the environment, of which orchestrators set some of their own. */
  void look(Map<String, String> environment) {
    environment.forEach(
        (name, value) -> {
          if (!names.isReadFrom(name) && !ServiceLink.is(name, value) && !isIgnored(name)) {
            sort(name);
          }
        });
  }

  /**
   * Looks at names from all sources of the configuration. Nobody sets a property by chance: one of
   * ours that is no key is refused.
   *
   * @param environment whose variables servers list as well, some under names that they make of
   *     them
   */
  void look(Iterable<String> properties, Set<String> environment) {
    Set<String> variables =
        environment.stream().map(KeyNames::variable).collect(Collectors.toSet());
    for (String name : properties) {
      boolean looked = names.known().contains(name) || variables.contains(KeyNames.variable(name));
      if (!looked && !isIgnored(name)) {
        var meant = names.meantBy(name);
        if (KeyNames.isOurs(name) || meant.isPresent()) {
          refused.put(name, meant.orElse(""));
        }
      }
    }
  }

  /**
   * Refuses what is too near to a key to be meant for something else.
   *
   * @return a sentence about all that was passed over; empty where nothing was
   */
  String judge() {
    if (!refused.isEmpty()) {
      throw new BadConfigurationException(
          "it has no such key: "
              + refused.entrySet().stream()
                  .map(one -> told(one.getKey(), one.getValue()))
                  .collect(Collectors.joining(", "))
              + "."
              + HINT);
    }
    return passed.isEmpty()
        ? ""
        : "Passed over, for Parley has no such key: " + String.join(", ", passed) + "." + HINT;
  }

  private void sort(String variable) {
    var meant = names.meantBy(variable);
    if (meant.isPresent()) {
      refused.put(variable, KeyNames.variable(meant.get()));
    } else if (KeyNames.isOurs(variable)) {
      passed.add(variable);
    }
  }

  private boolean isIgnored(String name) {
    return ignored.stream().anyMatch(KeyNames.variable(name)::startsWith);
  }

  private static String told(String name, String meant) {
    return meant.isEmpty() ? name : name + " (is " + meant + " meant?)";
  }
}
