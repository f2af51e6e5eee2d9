package dev.parley.room;

import dev.parley.user.Person;
import org.jspecify.annotations.Nullable;

/**
 * Someone in a room.
 *
 * @param left true for someone who is no longer in it, else absent
 */
public record MemberView(Person user, RoomRole role, @Nullable Boolean left) {}
