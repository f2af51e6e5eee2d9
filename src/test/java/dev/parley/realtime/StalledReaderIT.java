package dev.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.ChatSocket;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.RawSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A reader that takes nothing in is cut, and holds up nobody else. */
@ParleyTest
class StalledReaderIT {
  private static final byte[] HELLO =
      "{\"op\":\"hello\",\"id\":1}".getBytes(StandardCharsets.US_ASCII);
  private static final String LARGE = "界".repeat(10_000); // 30 kB
  private static final int MANY = 250; // more than the system's buffers take, about 3 MB

  /** Bytes: 512 KiB by Parley, twice 128 by the system here, and what the reader's takes. */
  private static final long MOST_HELD = 1 << 20;

  private final Person ana;
  private final Person bo;
  private final Person slow;
  private final long room;
  private final ParleyServer server;

  StalledReaderIT(People people, ParleyServer server) {
    this.server = server;
    ana = people.ana();
    bo = people.bo();
    slow = people.newcomer();
    room = ana.makesRoom();
    bo.joins(room);
    slow.joins(room);
  }

  /** 10 s after the last of its bytes went out, and 5 s later it is offline. */
  @Test
  void itIsCutWhenASendTakesTooLong() {
    try (ChatSocket anas = ana.online();
        ChatSocket bos = bo.online();
        RawSocket stalled = greeted()) {
      awaitPresence(bos, "online");
      saysMuch(anas);
      bo.says(room, "the last one");
      bos.awaitMessage(room, "the last one");
      awaitPresence(bos, "offline");
      assertThat(stalled.awaitClose()).isIn(4413, 1006); // the close frame has to wait as well
    }
  }

  @Test
  void whenItReadsAgainInTimeItIsToldWhatItMissed() {
    try (ChatSocket anas = ana.online();
        RawSocket stalled = greeted()) {
      saysMuch(anas);
      long held = stalled.awaitText("{\"ev\":\"resync\",\"rooms\":{\"" + room + "\":");
      if (!ParleyServer.isWildFly()) { // there the system alone decides how much it holds
        assertThat(held).isLessThan(MOST_HELD);
      }
      bo.says(room, "heard again");
      stalled.awaitText("heard again");
    }
  }

  private RawSocket greeted() {
    var authorization = Map.of("Authorization", "Bearer " + slow.token());
    RawSocket socket = RawSocket.open(server.address(), authorization);
    socket.frame(RawSocket.TEXT, true, HELLO);
    socket.awaitText("\"re\":1");
    return socket;
  }

  private void saysMuch(ChatSocket socket) {
    for (int i = 0; i < MANY; i++) {
      socket.ask("send", Map.of("room", room, "cid", "large-" + i, "text", LARGE));
    }
  }

  private void awaitPresence(ChatSocket socket, String state) {
    socket.await(
        slow.username() + " is " + state,
        f ->
            f.path("ev").asText().equals("presence")
                && f.path("user").asLong() == slow.id()
                && f.path("state").asText().equals(state),
        Duration.ofSeconds(40));
  }
}
