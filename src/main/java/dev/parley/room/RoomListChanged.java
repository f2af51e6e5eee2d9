package dev.parley.room;

import java.util.List;

/**
 * Rooms were added to or taken from someone's list, or their role changed; observed after the
 * commit.
 *
 * @param userRev the user's own rev after it
 * @param rooms the rooms that were added or changed, as they are now
 * @param gone ids of the rooms that were taken
 */
public record RoomListChanged(long userId, long userRev, List<RoomView> rooms, List<Long> gone) {}
