package dev.parley.admin;

import dev.parley.audit.AuditAction;
import dev.parley.user.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the trail, with names.
 *
 * @param actor who did it; null where nobody was signed in
 * @param subject whom it was done to; null where it was nobody
 * @param network where the request came from
 * @param detail what else there is to know
 */
public record AuditView(
    long id,
    Instant at,
    AuditAction action,
    @Nullable Person actor,
    @Nullable Person subject,
    String network,
    String detail) {}
