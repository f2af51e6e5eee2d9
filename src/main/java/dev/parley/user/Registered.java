package dev.parley.user;

/** The answer to a registration. */
public record Registered(String message, UserView user) {}
