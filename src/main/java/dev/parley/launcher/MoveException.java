package dev.parley.launcher;

/** The move to another database is not possible, and nothing has come of it. */
public final class MoveException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Tells why, in one sentence. */
  public MoveException(String reason) {
    super("Nothing was moved: " + reason.replaceAll("\\s+", " "));
  }
}
