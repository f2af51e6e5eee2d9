package dev.parley.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the trail, the newest first.
 *
 * @param next the cursor of the next page; null where this is the last
 */
public record AuditPage(List<AuditView> entries, @Nullable String next) {}
