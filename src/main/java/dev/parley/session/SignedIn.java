package dev.parley.session;

import java.time.Instant;

/**
 * Someone who has proved who they are.
 *
 * @param userId the user
 * @param sessionId the session that the proof belongs to; it may be ended at any time
 * @param expiresAt until when this proof is good, unless it is renewed
 */
public record SignedIn(long userId, long sessionId, Instant expiresAt) {}
