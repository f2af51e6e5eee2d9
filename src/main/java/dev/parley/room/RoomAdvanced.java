package dev.parley.room;

import java.util.List;

/**
 * A room went from one rev to another; observed after the commit, in no promised order.
 *
 * @param before the rev at which its log stood
 * @param upTo the rev at which it stands now
 * @param changes all between the two, by rev
 */
public record RoomAdvanced(long roomId, long before, long upTo, List<RoomChange> changes) {}
