package dev.parley.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.NotFoundException;
import dev.parley.testing.NotedStatements;
import dev.parley.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A private room costs somebody who is not in it the same work as one that is not there. */
class OutsidersTest {
  private static final long PRIVATE = 7;
  private static final long NONE = 8;
  private static final long OUTSIDER = 2;

  private final TestDatabase database = new TestDatabase();
  private final NotedStatements statements = new NotedStatements(database.entities());
  private final MemberService members = Rooms.members(statements.entities());
  private final RoomService rooms = Rooms.service(statements.entities());
  private final RoomCounters counters = Rooms.counters(statements.entities());

  @BeforeEach
  void aPrivateRoom() throws SQLException {
    try (Connection connection = database.connection();
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into rooms (id, kind, name, description, created_by, created_at, active_at,"
              + " last_seq, last_rev, meta_rev) values (7, 'PRIVATE', 'room', '', 1,"
              + " current_timestamp, current_timestamp, 0, 0, 0)");
      connection.commit();
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whoeverChangesWhoIsInIt() {
    sameWork(room -> members.add(OUTSIDER, room, OUTSIDER));
    sameWork(room -> members.add(OUTSIDER, room, 3));
    sameWork(room -> members.remove(OUTSIDER, room, 3));
    sameWork(room -> members.changeRole(OUTSIDER, room, 3, RoomRole.OWNER));
  }

  @Test
  void whoeverChangesItsHead() {
    var edit = new RoomEdit("mine", null);
    sameWork(room -> rooms.edit(OUTSIDER, room, edit, Optional.empty()));
    sameWork(room -> rooms.archive(OUTSIDER, room, Optional.empty()));
  }

  @Test
  void whoeverPostsNeitherLocksNorWritesIt() {
    assertThat(database.inTransaction(() -> counters.lockToPost(PRIVATE, 1, List.of(OUTSIDER))))
        .isEmpty();
    List<String> asked = statements.take();
    assertThat(database.inTransaction(() -> counters.lockToPost(NONE, 1, List.of(OUTSIDER))))
        .isEmpty();
    assertThat(asked).isEqualTo(statements.take()).hasSize(1);
  }

  private void sameWork(LongConsumer act) {
    assertThat(asked(act, PRIVATE)).isEqualTo(asked(act, NONE)).hasSize(1);
  }

  private List<String> asked(LongConsumer act, long room) {
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      act.accept(room);
                      return room;
                    }));
    return statements.take();
  }
}
