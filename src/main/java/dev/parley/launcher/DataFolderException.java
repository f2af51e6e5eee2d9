package dev.parley.launcher;

/** The data folder cannot be used. */
final class DataFolderException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DataFolderException(String folder, Exception cause) {
    super("Parley does not start: the data folder " + folder + ": " + cause.getMessage(), cause);
  }
}
