package dev.parley.room;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to make a room.
 *
 * @param name see {@link RoomName}
 * @param description one paragraph, at most {@value #MAX_DESCRIPTION} UTF-16 units
 * @param kind {@code PUBLIC} where it is absent
 * @param members ids of people to add beside the creator
 */
public record NewRoom(
    @NotNull @Size(max = 400) String name,
    @Nullable @Size(max = MAX_DESCRIPTION) String description,
    @Nullable RoomKind kind,
    @Nullable @Size(max = MAX_MEMBERS) List<@NotNull Long> members) {
  public static final int MAX_DESCRIPTION = 500;
  public static final int MAX_MEMBERS = 100;
}
