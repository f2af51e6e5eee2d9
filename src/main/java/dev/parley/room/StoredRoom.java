package dev.parley.room;

/**
 * A room as it is after a change.
 *
 * @param view as the one sees it who made the change
 * @param metaRev the rev of its head
 */
public record StoredRoom(RoomView view, long metaRev) {}
