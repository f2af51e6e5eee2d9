package dev.parley.user;

import org.jspecify.annotations.Nullable;

/**
 * A link that was good, and is not any more.
 *
 * @param userId for whom it was made; null where it was for whoever has it
 * @param createdBy the administrator who made it
 */
public record UsedLink(@Nullable Long userId, long createdBy) {}
