package dev.parley.message;

import dev.parley.platform.Problem;

/** What came of a draft, once the transaction has committed. */
public sealed interface Outcome {
  /** It is stored now. */
  record Posted(MessageView message) implements Outcome {}

  /** It was stored before: this is what was stored then. */
  record Repeated(MessageView message) implements Outcome {}

  /** It is not stored and never will be. */
  record Refused(Problem problem) implements Outcome {}
}
