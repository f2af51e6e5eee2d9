package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.MessageChanged.MessageFrame;
import dev.parley.room.RoomAdvanced;
import dev.parley.room.RoomChange;
import dev.parley.room.RoomQueries;
import dev.parley.room.RoomView;
import dev.parley.room.Rooms;
import dev.parley.testing.TestClock;
import dev.parley.testing.TestDatabase;
import dev.parley.user.Users;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeQueriesTest {
  private static final long ROOM = 7;
  private static final long ANA = 1;

  private final TestDatabase database = new TestDatabase();
  private final TestClock clock = new TestClock();
  private final RoomQueries rooms = Rooms.queries(database, clock);
  private final ChangeQueries changes = changes();

  @BeforeEach
  void aRoomWithTwoMessages() throws SQLException {
    try (Connection connection = database.connection();
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into rooms (id, kind, name, description, created_by, created_at, active_at,"
              + " last_seq, last_rev, meta_rev) values (7, 'PUBLIC', 'room', '', 1,"
              + " current_timestamp, current_timestamp, 0, 0, 0)");
      connection.commit();
    }
    post(1);
    post(2);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatIsCommittedAfterTheReadOfTheRevIsLeftOut() {
    RoomView before = rooms.visible(ANA, ROOM);
    post(3);
    Changes missed = changes.since(before, OptionalLong.of(0));
    assertThat(missed.upTo()).isEqualTo(2);
    assertThat(missed.changes())
        .extracting(frame -> ((MessageFrame) frame).rev())
        .containsExactly(1L, 2L);
  }

  @Test
  void messagesWithoutAGapAreAStepOfTheirOwn() throws SQLException {
    rename(3);
    post(4, 3);
    RoomAdvanced first = changes.advance(ROOM, 0);
    assertThat(first.upTo()).as("up to the gap that is another kind of change").isEqualTo(2);
    assertThat(first.changes()).extracting(RoomChange::rev).containsExactly(1L, 2L);
    RoomAdvanced second = changes.advance(ROOM, first.upTo());
    assertThat(second.upTo()).isEqualTo(4);
    assertThat(second.changes()).extracting(RoomChange::rev).containsExactly(3L, 4L);
    assertThat(changes.advance(ROOM, 4).upTo()).as("nothing more").isEqualTo(4);
  }

  @Test
  void severalRoomsAreReadTogether() throws SQLException {
    rename(3);
    post(4, 3);
    assertThat(changes.advances(Map.of(ROOM, 1L, 8L, 0L)))
        .as("up to the gap, and without the room of which there is none")
        .containsOnlyKeys(ROOM)
        .extractingByKey(ROOM)
        .satisfies(
            advance -> {
              assertThat(List.of(advance.before(), advance.upTo())).containsExactly(1L, 2L);
              assertThat(advance.changes()).extracting(RoomChange::rev).containsExactly(2L);
            });
    assertThat(changes.advances(Map.of(ROOM, 2L))).as("next is another kind").isEmpty();
    assertThat(changes.advances(Map.of(ROOM, 3L)).get(ROOM).upTo()).isEqualTo(4);
  }

  private void rename(long rev) throws SQLException {
    try (Connection connection = database.connection();
        var statement = connection.createStatement()) {
      statement.execute(
          "update rooms set name = 'renamed', meta_rev = %d, last_rev = %1$d where id = 7"
              .formatted(rev));
      connection.commit();
    }
  }

  private void post(long number) {
    post(number, number);
  }

  private void post(long rev, long number) {
    database.inTransaction(
        () -> {
          var draft = new Draft(ROOM, ANA, "c-" + number, "text", null);
          database.entities().persist(new Message(draft, number, rev, clock.instant()));
          return database
              .entities()
              .createNativeQuery("update rooms set last_seq = ?1, last_rev = ?2 where id = ?3")
              .setParameter(1, number)
              .setParameter(2, rev)
              .setParameter(3, ROOM)
              .executeUpdate();
        });
  }

  private ChangeQueries changes() {
    var views = new MessageViews();
    views.entities = database.entities();
    views.users = Users.service(database, clock);
    var history = new MessageHistory();
    history.entities = database.entities();
    history.rooms = rooms;
    history.views = views;
    history.pages = new RecentPages();
    var queries = new ChangeQueries();
    queries.rooms = rooms;
    queries.history = history;
    return queries;
  }
}
