package dev.parley.audit;

import org.jspecify.annotations.Nullable;

/**
 * What someone did.
 *
 * @param actorId who did it; null where nobody was signed in
 * @param subjectId whom it was done to; null where it was nobody
 * @param network where the request came from
 * @param detail what else there is to know, at most {@value #MAX_DETAIL} characters; never a secret
 */
public record Act(
    AuditAction action,
    @Nullable Long actorId,
    @Nullable Long subjectId,
    String network,
    String detail) {
  static final int MAX_DETAIL = 255;

  public Act {
    detail = detail.substring(0, Math.min(detail.length(), MAX_DETAIL));
  }
}
