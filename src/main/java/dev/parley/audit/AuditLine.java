package dev.parley.audit;

import java.time.Instant;

/** What was done, and when. */
public record AuditLine(long id, Instant at, Act act) {}
