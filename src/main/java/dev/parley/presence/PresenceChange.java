package dev.parley.presence;

/** Someone came or went, as far as others are told. */
public record PresenceChange(long userId, Presence state) {}
