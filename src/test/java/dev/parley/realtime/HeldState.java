package dev.parley.realtime;

import static dev.parley.testing.Paths.ROOMS;
import static dev.parley.testing.Paths.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.testing.Person;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one person's client holds: the list of their rooms, and one of these with its members and
 * messages. Frames change it by the rules of the protocol; what breaks a rule fails the test.
 */
final class HeldState {
  private static final int UNREAD_AT_MOST = 99;

  private final long me;
  private final long opened;
  private final Map<Long, Long> have = new TreeMap<>(); // rev by room
  private final Map<Long, ObjectNode> rooms = new TreeMap<>();
  private final Map<Long, ObjectNode> members = new TreeMap<>();
  private final Map<Long, ObjectNode> messages = new TreeMap<>();

  private HeldState(long me, long opened) {
    this.me = me;
    this.opened = opened;
  }

  /** What a reload of the page would show. */
  static HeldState load(Person person, long opened) {
    var state = new HeldState(person.id(), opened);
    JsonNode listed = person.api().get(ROOMS + "?joined=true&limit=200").expect(200).json();
    listed.path("rooms").forEach(state::listRoom);
    if (state.rooms.containsKey(opened)) {
      JsonNode details = person.api().get(room(opened)).expect(200).json();
      details.path("members").forEach(state::storeMember);
      details.path("messages").forEach(state::storeMessage);
    }
    return state;
  }

  /** All of it, for comparison. */
  List<Map<Long, ObjectNode>> all() {
    return List.of(rooms, members, messages);
  }

  void apply(JsonNode frame) {
    switch (frame.path("ev").asText()) {
      case "message" -> inOrder(frame, () -> storeMessage(frame.path("m")));
      case "member" -> inOrder(frame, () -> storeMember(frame.path("member")));
      case "room" -> inOrder(frame, () -> changeHead(frame));
      case "rooms" -> {
        frame.path("rooms").forEach(this::listRoom);
        frame.path("gone").forEach(id -> forget(id.asLong()));
      }
      case "read" -> moveMarker(frame);
      case "user" -> rename(frame.path("user"));
      default -> {}
    }
  }

  private void inOrder(JsonNode frame, Runnable change) {
    ObjectNode room = rooms.get(frame.path("room").asLong());
    long id = frame.path("room").asLong();
    if (room == null || frame.path("rev").asLong() <= have.get(id)) {
      return;
    }
    assertThat(frame.path("prev").asLong())
        .as("prev of %s", frame)
        .isLessThanOrEqualTo(have.get(id));
    have.put(id, frame.path("rev").asLong());
    if (frame.path("rev").asLong() > room.path("lastRev").asLong()) {
      room.set("lastRev", frame.path("rev"));
    }
    if (frame.at("/m/seq").asLong() > lastSeq(room)) {
      countMessage(room, frame.path("m"));
    }
    if (frame.path("room").asLong() == opened) {
      change.run();
    }
  }

  /** A new one; to post is to have read. */
  private void countMessage(ObjectNode room, JsonNode message) {
    room.set("lastSeq", message.path("seq"));
    if (message.at("/by/id").asLong() == me) {
      room.set("readSeq", message.path("seq"));
    }
    count(room);
  }

  private void changeHead(JsonNode frame) {
    ObjectNode room = rooms.get(frame.path("room").asLong());
    room.setAll((ObjectNode) frame.path("head"));
    if (!room.path("archived").asBoolean()) {
      room.remove("archived"); // the list leaves out what is not
    }
    if (room.path("description").asText().isEmpty()) {
      room.remove("description");
    }
  }

  private void moveMarker(JsonNode frame) {
    ObjectNode room = rooms.get(frame.path("room").asLong());
    if (frame.path("user").asLong() == me && room != null) {
      room.set("readSeq", frame.path("seq"));
      count(room);
    }
  }

  private static void count(ObjectNode room) {
    long unread = Math.max(0, lastSeq(room) - room.path("readSeq").asLong());
    room.put("unread", (int) Math.min(UNREAD_AT_MOST, unread));
  }

  private static long lastSeq(ObjectNode room) {
    return room.path("lastSeq").asLong();
  }

  private void rename(JsonNode user) {
    Stream.concat(
            members.values().stream().map(member -> member.path("user")),
            messages.values().stream().map(message -> message.path("by")))
        .filter(someone -> someone.path("id").equals(user.path("id")))
        .forEach(someone -> ((ObjectNode) someone).set("name", user.path("name")));
  }

  private void listRoom(JsonNode room) {
    rooms.put(room.path("id").asLong(), room.deepCopy());
    have.putIfAbsent(room.path("id").asLong(), room.path("lastRev").asLong());
  }

  private void forget(long room) {
    rooms.remove(room);
    have.remove(room);
    if (room == opened) {
      members.clear();
      messages.clear();
    }
  }

  private void storeMember(JsonNode member) {
    long id = member.at("/user/id").asLong();
    if (member.path("left").asBoolean()) {
      members.remove(id);
    } else {
      members.put(id, member.deepCopy());
    }
  }

  private void storeMessage(JsonNode message) {
    messages.put(message.path("seq").asLong(), message.deepCopy());
  }
}
