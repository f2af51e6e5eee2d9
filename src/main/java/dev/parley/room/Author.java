package dev.parley.room;

import dev.parley.user.Person;

/** Someone who wants to post in a room, as its lock has found them. */
public record Author(Person person, boolean isMember) {}
