package dev.parley.platform;

/**
 * What is wrong with one field of an input.
 *
 * @param field the field's path in the body, e.g. {@code username}; empty for the body as a whole
 * @param code stable and for programs, e.g. {@code size}
 * @param message for people, in English
 */
public record FieldError(String field, String code, String message) {}
