package dev.parley.launcher;

/** An option of the command line cannot be taken. */
final class OptionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OptionException(String sentence) {
    super("Parley does not start: " + sentence);
  }
}
