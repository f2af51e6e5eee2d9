package dev.parley.user;

/**
 * Someone as others see them beside a message.
 *
 * @param id the user's id
 * @param name the display name
 */
public record Person(long id, String name) {}
