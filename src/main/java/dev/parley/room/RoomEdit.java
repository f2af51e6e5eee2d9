package dev.parley.room;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a client sends to change a room's head; what is absent stays. */
public record RoomEdit(@Nullable @Size(max = 400) String name, @Nullable String description) {}
