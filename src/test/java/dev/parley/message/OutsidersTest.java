package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.AccountRates;
import dev.parley.platform.NotFoundException;
import dev.parley.room.Rooms;
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

/** A message of a private room costs somebody who is not in it the same work as none. */
class OutsidersTest {
  private static final long PRIVATE = 7;
  private static final long NONE = 8;
  private static final long OUTSIDER = 2;

  private final TestDatabase database = new TestDatabase();
  private final NotedStatements statements = new NotedStatements(database.entities());
  private final MessageChanges changes = changes();

  @BeforeEach
  void aPrivateRoom() throws SQLException {
    try (Connection connection = database.connection();
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into rooms (id, kind, name, description, created_by, created_at, active_at,"
              + " last_seq, last_rev, meta_rev) values (7, 'PRIVATE', 'room', '', 1,"
              + " current_timestamp, current_timestamp, 1, 1, 0)");
      connection.commit();
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whoeverDeletesIt() {
    sameWork(room -> changes.delete(OUTSIDER, room, 1, Optional.empty()));
  }

  @Test
  void whoeverReactsToIt() {
    sameWork(room -> changes.react(OUTSIDER, room, 1, Emoji.of("👍"), true));
    sameWork(room -> changes.react(OUTSIDER, room, 1, Emoji.of("👍"), false));
  }

  private MessageChanges changes() {
    var service = new MessageChanges();
    service.entities = statements.entities();
    service.rooms = Rooms.queries(statements.entities());
    service.counters = Rooms.counters(statements.entities());
    service.rates = new AccountRates(); // none
    return service;
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
