package dev.parley.room;

import static dev.parley.testing.PrivateRoom.ID;
import static dev.parley.testing.PrivateRoom.NONE;
import static dev.parley.testing.PrivateRoom.OUTSIDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.PrivateRoom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A private room costs somebody who is not in it the same work as one that is not there. */
class OutsidersTest {
  private final PrivateRoom room = new PrivateRoom();
  private final MemberService members = Rooms.members(room.entities());
  private final RoomService rooms = Rooms.service(room.entities());
  private final RoomCounters counters = Rooms.counters(room.entities());

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void whoeverChangesWhoIsInIt() {
    room.costsAsMuchAsNone(id -> members.add(OUTSIDER, id, OUTSIDER));
    room.costsAsMuchAsNone(id -> members.add(OUTSIDER, id, 3));
    room.costsAsMuchAsNone(id -> members.remove(OUTSIDER, id, 3));
    room.costsAsMuchAsNone(id -> members.changeRole(OUTSIDER, id, 3, RoomRole.OWNER));
  }

  @Test
  void whoeverChangesItsHead() {
    var edit = new RoomEdit("mine", null);
    room.costsAsMuchAsNone(id -> rooms.edit(OUTSIDER, id, edit, Optional.empty()));
    room.costsAsMuchAsNone(id -> rooms.archive(OUTSIDER, id, Optional.empty()));
  }

  @Test
  void whoeverPostsNeitherLocksNorWritesIt() {
    assertThat(room.database().inTransaction(() -> counters.lockToPost(ID, 1, List.of(OUTSIDER))))
        .isEmpty();
    List<String> asked = room.statements().take();
    assertThat(room.database().inTransaction(() -> counters.lockToPost(NONE, 1, List.of(OUTSIDER))))
        .isEmpty();
    assertThat(asked).isEqualTo(room.statements().take()).hasSize(1);
  }
}
