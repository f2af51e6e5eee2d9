package dev.parley.platform;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of the keys there are, and which of them someone meant who wrote another one.
 *
 * <p>Names are compared as the environment has them: in capitals, with {@code _} for all that is no
 * letter or digit.
 *
 * @param known as in the documents, such as {@code parley.token.key}
 */
record KeyNames(Set<String> known) {
  private static final String OURS = "PARLEY_";
  private static final int SHORT = OURS.length() + 4; // PARLEY_AUTH: two typing errors make another

  /** As a variable of the environment. */
  static String variable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** Whether a name, as anyone may spell it, begins like those of Parley. */
  static boolean isOurs(String name) {
    return variable(name).startsWith(OURS);
  }

  /**
   * Whether MicroProfile Config 3.1 reads a key from a variable: by its name as it is, with {@code
   * _} for what is no letter or digit, or that in capitals.
   */
  boolean isReadFrom(String variable) {
    return known.stream()
        .anyMatch(
            key ->
                variable.equals(key)
                    || variable.equals(key.replaceAll("[^A-Za-z0-9]", "_"))
                    || variable.equals(variable(key)));
  }

  /**
   * The key that was meant: one that is at most two typing errors away (one where the name is
   * short, or does not begin with {@code PARLEY_}), or else one with which the name begins, or that
   * begins like it: {@code PARLEY_LIMITS_…}.
   */
  Optional<String> meantBy(String name) {
    String wrong = variable(name);
    Optional<String> near =
        nearest(wrong, known.stream())
            .filter(key -> TypingErrors.between(wrong, variable(key)) <= mostErrors(wrong));
    return near.isPresent() || !isOurs(wrong)
        ? near
        : nearest(wrong, known.stream().filter(key -> belong(wrong, variable(key), group(key))));
  }

  private static int mostErrors(String wrong) {
    return isOurs(wrong) && wrong.length() > SHORT ? 2 : 1;
  }

  private static boolean belong(String wrong, String key, String group) {
    return wrong.startsWith(key + "_")
        || (group.length() > OURS.length() && wrong.startsWith(group));
  }

  /** One that begins with the name goes before others. */
  private static Optional<String> nearest(String wrong, Stream<String> keys) {
    return keys.min(
        Comparator.comparing((String key) -> !variable(key).startsWith(wrong))
            .thenComparing(key -> TypingErrors.between(wrong, variable(key)))
            .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code PARLEY_LIMITS_} of {@code parley.limits.register}, {@code PARLEY_} of others. */
  private static String group(String key) {
    return variable(key.substring(0, key.indexOf('.', key.indexOf('.') + 1) + 1));
  }
}
