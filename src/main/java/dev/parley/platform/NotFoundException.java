package dev.parley.platform;

/** There is no such thing, or not for this caller: the two cannot be told apart. */
public class NotFoundException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /** Refuses with 404. */
  public NotFoundException() {
    super(ProblemType.NOT_FOUND, "There is nothing here, or nothing that you may see.");
  }
}
