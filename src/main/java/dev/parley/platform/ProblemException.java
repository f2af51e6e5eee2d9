package dev.parley.platform;

import jakarta.ejb.ApplicationException;

/** A refusal with a public name. It rolls back and reaches the client as problem+json. */
@ApplicationException(rollback = true)
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** Refuses with a problem. */
  public ProblemException(Problem problem) {
    // a refusal is an answer, not a fault: no stack trace is taken
    super(problem.code() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** Refuses with a kind of problem and what happened this time. */
  public ProblemException(ProblemType kind, String detail) {
    this(Problem.of(kind, detail));
  }

  /** What the client is told. */
  public Problem problem() {
    return problem;
  }
}
