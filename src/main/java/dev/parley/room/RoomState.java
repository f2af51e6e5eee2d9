package dev.parley.room;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a room's row stands under its lock, its counters advanced. */
public record RoomState(
    long id, RoomKind kind, @Nullable Instant archivedAt, long lastSeq, long lastRev) {}
