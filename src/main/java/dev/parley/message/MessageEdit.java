package dev.parley.message;

import jakarta.validation.constraints.NotNull;

/** What a client sends to change a message: its new text, see {@link Draft}. */
public record MessageEdit(@NotNull String text) {}
