package dev.parley.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of rooms.
 *
 * @param next what to pass as {@code cursor} for the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomPage(List<RoomView> rooms, @Nullable String next) {}
