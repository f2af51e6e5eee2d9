package dev.parley.room;

import java.time.Instant;

/** What everyone in a room sees of it alike. */
public record RoomHead(
    long id, RoomKind kind, String name, String description, Instant createdAt, boolean archived) {}
