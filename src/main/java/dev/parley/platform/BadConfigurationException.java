package dev.parley.platform;

/** A value of the configuration is not right: the start stops with this one line. */
public class BadConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the key.
   *
   * @param expected what goes on after "must be"
   */
  public BadConfigurationException(String key, String value, String expected) {
    super(line(key + " is \"" + value + "\" but must be " + expected + "."), null, false, false);
  }

  /**
   * Tells what is not right in a sentence that needs no value, or must not have it.
   *
   * @param sentence what goes on after "Parley does not start: "
   */
  BadConfigurationException(String sentence) {
    super(line(sentence), null, false, false);
  }

  private static String line(String what) {
    return ("Parley does not start: " + what).replaceAll("\\p{Cntrl}", "?");
  }
}
