package dev.parley.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.room.MemberView;
import dev.parley.room.RoomView;
import java.util.List;

/** A room with its first members, by user id, and its newest messages, oldest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomDetails(
    @JsonUnwrapped RoomView room, List<MemberView> members, List<MessageView> messages) {}
