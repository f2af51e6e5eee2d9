package dev.parley.room;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to make a room.
 *
 * @param name see {@link RoomName}
 * @param description see {@link RoomDescription}
 * @param kind {@code PUBLIC} where it is absent
 * @param members ids of people to add beside the creator
 */
public record NewRoom(
    @NotNull @Size(max = 400) String name,
    @Nullable String description,
    @Nullable RoomKind kind,
    @Nullable @Size(max = MAX_MEMBERS) List<@NotNull Long> members) {
  public static final int MAX_MEMBERS = 100;

  /** How many it brings into the room, its creator among them. */
  int people() {
    return 1 + (members == null ? 0 : members.size());
  }
}
