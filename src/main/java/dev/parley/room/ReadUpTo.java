package dev.parley.room;

import jakarta.validation.constraints.PositiveOrZero;

/** What a client sends to say how far someone has read: the number of the last message seen. */
public record ReadUpTo(@PositiveOrZero long seq) {}
