package dev.parley.audit;

import org.jspecify.annotations.Nullable;

/**
 * Which lines of the trail.
 *
 * @param action those of one kind; null for all
 * @param userId those that someone did, or that were done to them; null for all
 * @param before those that are older than this line; null for the newest
 * @param limit at most so many
 */
public record AuditFilter(
    @Nullable AuditAction action, @Nullable Long userId, @Nullable AuditCursor before, int limit) {}
