package dev.parley.message;

import static dev.parley.testing.PrivateRoom.OUTSIDER;

import dev.parley.platform.AccountRates;
import dev.parley.room.Rooms;
import dev.parley.testing.PrivateRoom;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A message of a private room costs somebody who is not in it the same work as none. */
class OutsidersTest {
  private final PrivateRoom room = new PrivateRoom();
  private final MessageChanges changes = changes();

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void whoeverDeletesIt() {
    room.costsAsMuchAsNone(id -> changes.delete(OUTSIDER, id, 1, Optional.empty()));
  }

  @Test
  void whoeverReactsToIt() {
    room.costsAsMuchAsNone(id -> changes.react(OUTSIDER, id, 1, Emoji.of("👍"), true));
    room.costsAsMuchAsNone(id -> changes.react(OUTSIDER, id, 1, Emoji.of("👍"), false));
  }

  private MessageChanges changes() {
    var service = new MessageChanges();
    service.entities = room.entities();
    service.rooms = Rooms.queries(room.entities());
    service.counters = Rooms.counters(room.entities());
    service.rates = new AccountRates(); // none
    return service;
  }
}
