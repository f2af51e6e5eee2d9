package dev.parley.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Options of Payara Micro that are no start like others. */
final class Options {
  /** What makes Payara Micro do something else than serve. */
  private static final List<String> OTHER_TASKS =
      List.of("--help", "--version", "--outputuberjar", "--outputlauncher", "--warmup");

  /** Where Payara Micro unpacks itself, and whether it does. */
  private static final List<String> PLACES = List.of("--rootdir", "--unpackdir", "--nested");

  private static final String PLACE_PROPERTY = "payaramicro.rootDir"; // the same by -D

  private Options() {}

  static boolean haveOtherTask(String... args) {
    return firstOf(OTHER_TASKS, args).isPresent();
  }

  /**
   * Refuses what Payara can do once: it finds its own configuration of the first start at the next
   * one, and adds to it what is there.
   *
   * @throws OptionException naming the option
   */
  static void refuseUnfit(String... args) {
    firstOf(PLACES, args)
        .or(
            () ->
                Optional.ofNullable(System.getProperty(PLACE_PROPERTY))
                    .map(given -> "-D" + PLACE_PROPERTY))
        .ifPresent(
            option -> {
              throw new OptionException(
                  option
                      + " is not for Parley, which unpacks itself into its data folder:"
                      + " PARLEY_DATA names another.");
            });
  }

  private static Optional<String> firstOf(List<String> options, String... args) {
    return Arrays.stream(args)
        .map(arg -> arg.toLowerCase(Locale.ROOT))
        .filter(options::contains)
        .findFirst();
  }
}
