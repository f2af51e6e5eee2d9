package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.NotFoundException;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;

/** A database with a private room in it, and what somebody asks of it who is not in that room. */
public final class PrivateRoom implements AutoCloseable {
  public static final long ID = 7;

  /** The id of no room. */
  public static final long NONE = 8;

  public static final long OUTSIDER = 2;

  private final TestDatabase database = new TestDatabase();
  private final NotedStatements statements = new NotedStatements(database.entities());

  public PrivateRoom() {
    try (Connection connection = database.connection();
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into rooms (id, kind, name, description, created_by, created_at, active_at,"
              + " last_seq, last_rev, meta_rev) values (7, 'PRIVATE', 'room', '', 1,"
              + " current_timestamp, current_timestamp, 1, 1, 0)");
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public TestDatabase database() {
    return database;
  }

  public NotedStatements statements() {
    return statements;
  }

  /** What a service is given, so that its statements are noted. */
  public EntityManager entities() {
    return statements.entities();
  }

  /** Fails unless the room is refused as not found, with the one statement that no room costs. */
  public void costsAsMuchAsNone(LongConsumer act) {
    assertThat(refused(act, ID)).isEqualTo(refused(act, NONE)).hasSize(1);
  }

  private List<String> refused(LongConsumer act, long roomId) {
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(
            () ->
                database.inTransaction(
                    () -> {
                      act.accept(roomId);
                      return roomId;
                    }));
    return statements.take();
  }

  @Override
  public void close() {
    database.close();
  }
}
