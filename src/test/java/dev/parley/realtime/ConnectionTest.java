package dev.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.MessageChanged;
import dev.parley.message.MessageView;
import dev.parley.room.RoomChange;
import dev.parley.session.SignedIn;
import dev.parley.user.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  private static final long ROOM = 7;
  private static final long OTHER_ROOM = 8;

  private final RecordedWire wire = new RecordedWire();
  private final Connection connection =
      new Connection(wire, new SignedIn(1, 1, "", Instant.MAX), Runnable::run, 0);

  @Test
  void nothingOfARoomComesBeforeTheReplyThatOpensIt() {
    connection.tell(news(ROOM, 5));
    assertThat(wire.take()).isEmpty();
    connection.open(1L, "hello", Map.of(ROOM, 4L), room -> true);
    assertThat(wire.take()).hasSize(2).first().asString().startsWith("{\"re\":1");
  }

  @Test
  void whatTheReplyTellsAlreadyIsNotToldAgain() {
    connection.tell(news(ROOM, 4));
    connection.tell(news(ROOM, 5));
    connection.tell(news(OTHER_ROOM, 3));
    connection.open(1L, "hello", Map.of(ROOM, 4L, OTHER_ROOM, 3L), room -> true);
    assertThat(wire.take()).hasSize(2).last().asString().contains("\"rev\":5");
  }

  @Test
  void ofARoomThatItWasTakenOutOfMeanwhileItIsToldNothing() {
    connection.tell(news(ROOM, 5));
    connection.tell(news(OTHER_ROOM, 3));
    connection.open(1L, "hello", Map.of(), room -> room == ROOM);
    assertThat(wire.take()).hasSize(2).last().asString().contains("\"rev\":5");
  }

  @Test
  void onceOpenNewsGoesStraightOut() {
    connection.open(1L, "hello", Map.of(), room -> true);
    wire.take();
    connection.tell(news(ROOM, 5));
    assertThat(wire.take()).hasSize(1);
  }

  @Test
  void itClosesOnceAndIsSilentFromThenOn() {
    connection.open(1L, "hello", Map.of(), room -> true);
    wire.take();
    connection.close(Closing.NOT_SIGNED_IN);
    connection.close(Closing.TOO_SLOW);
    connection.tell(news(ROOM, 5));
    assertThat(wire.closed()).contains(Closing.NOT_SIGNED_IN);
    assertThat(wire.take()).isEmpty();
  }

  private static RoomNews news(long room, long rev) {
    var message =
        new MessageView(
            rev,
            rev,
            new Person(2, "bo"),
            "c-" + rev,
            "text",
            Instant.EPOCH,
            null,
            null,
            null,
            null);
    return RoomNews.of(room, rev - 1, List.<RoomChange>of(new MessageChanged(room, message)));
  }
}
