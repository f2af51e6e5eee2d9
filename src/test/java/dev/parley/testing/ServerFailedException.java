package dev.parley.testing;

/** A server did not start. */
public final class ServerFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int exitCode;
  private final String log;

  ServerFailedException(int exitCode, String log) {
    super("exit code " + exitCode + ":\n" + log);
    this.exitCode = exitCode;
    this.log = log;
  }

  public int exitCode() {
    return exitCode;
  }

  /** What it printed. */
  public String log() {
    return log;
  }
}
