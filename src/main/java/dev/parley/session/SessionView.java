package dev.parley.session;

import java.time.Instant;

/**
 * One of the devices someone is signed in on.
 *
 * @param lastSeenAt when it last refreshed its token
 * @param userAgent what the client said it was
 * @param current whether this is the session that asks
 */
public record SessionView(
    long id, Instant createdAt, Instant lastSeenAt, String userAgent, boolean current) {}
