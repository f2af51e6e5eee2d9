package dev.parley.launcher;

/** Payara Micro did not start. */
final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ServerException(Exception cause) {
    super(cause);
  }
}
