package dev.parley.user;

/** Someone has another name now; observed after the commit. */
public record UserRenamed(Person user) {}
