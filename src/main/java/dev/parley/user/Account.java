package dev.parley.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as administrators see them.
 *
 * @param disabledAt since when they are shut out; null where they are not
 */
public record Account(
    long id,
    String username,
    String displayName,
    Role role,
    Instant createdAt,
    @Nullable Instant disabledAt) {}
