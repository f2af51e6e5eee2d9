package dev.parley.room;

import java.util.Map;

/**
 * The right to post in a room.
 *
 * @param authors those of who want to post who are active users, by id
 */
public record Posting(RoomLog log, Map<Long, Author> authors) {}
