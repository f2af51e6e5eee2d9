package dev.parley.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a session's refresh tokens.
 *
 * @param currentHash of the successor of the token that was used last
 * @param alternativeHash of the second successor; null where the used one was not presented again
 * @param previousHash of the token that was used last; null before the first use
 * @param rotatedAt when that was used first
 * @param usedAt when that was used last
 */
public record RefreshState(
    Instant createdAt,
    int generation,
    String currentHash,
    @Nullable String alternativeHash,
    @Nullable String previousHash,
    Instant rotatedAt,
    Instant usedAt) {
  /** What presenting a token means that was issued for this session. */
  enum Use {
    /** Its turn. */
    FIRST,
    /** None of its successors has been used: two tabs, or the answer was lost. */
    REPEATED,
    /** It was replaced, and the one that replaced it was used: two hold the session's tokens. */
    REUSED,
    /** Issued by commits that this database has lost. */
    UNKNOWN
  }

  /** Whether an earlier version made it, for a session that it has hardly been used in since. */
  boolean isUntagged(RefreshToken presented) {
    String hash = presented.hash();
    return presented.tag().isEmpty()
        && generation <= 1
        && (hash.equals(currentHash) || hash.equals(previousHash));
  }

  Use use(RefreshToken presented) {
    String hash = presented.hash();
    if (hash.equals(currentHash) || hash.equals(alternativeHash)) {
      return Use.FIRST;
    }
    if (hash.equals(previousHash)) {
      return Use.REPEATED;
    }
    return presented.generation() <= generation ? Use.REUSED : Use.UNKNOWN;
  }
}
