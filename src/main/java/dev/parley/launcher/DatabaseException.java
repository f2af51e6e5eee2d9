package dev.parley.launcher;

/** The database cannot be used as it is configured. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  /** Tells why, in one sentence without anything secret. */
  public DatabaseException(String reason) {
    super("Parley does not start: " + reason.replaceAll("\\s+", " "));
    this.reason = reason;
  }

  /** Why, for whoever does not start anything. */
  public String reason() {
    return reason;
  }
}
