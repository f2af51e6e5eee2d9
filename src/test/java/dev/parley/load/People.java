package dev.parley.load;

import dev.parley.platform.Secrets;
import dev.parley.testing.Api;
import dev.parley.testing.Together;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * People, their sessions and their rooms, written into the database of a server that is stopped: to
 * sign thousands of people up and in costs minutes, as passwords should. What they do afterwards
 * goes the way of everyone.
 */
final class People {
  private static final long FIRST = 1_000_000; // far from the ids that the server hands out

  private final List<String> secrets = new ArrayList<>();
  private final Timestamp now = Timestamp.from(Instant.now());
  private final Timestamp later = Timestamp.from(Instant.now().plus(Duration.ofDays(1)));

  /**
   * Writes the rooms one after the other, each with people of its own.
   *
   * @param sizes members of each room
   */
  void write(Path data, List<Integer> sizes) throws SQLException {
    String database = "jdbc:derby:" + data.resolve("database");
    try (Connection connection = DriverManager.getConnection(database)) {
      write(connection, sizes);
    }
    shutDown(database);
  }

  /** Writes them into a database that stays, in one transaction. */
  void write(Connection connection, List<Integer> sizes) throws SQLException {
    connection.setAutoCommit(false);
    for (int room = 0; room < sizes.size(); room++) {
      write(connection, FIRST + room, sizes.get(room));
    }
    connection.commit();
  }

  /** The ids of the rooms that were written. */
  static long room(int index) {
    return FIRST + index;
  }

  /** An access token for each person, in the order of the rooms. */
  List<String> tokens(Api api) {
    int threads = 4;
    List<List<String>> parts =
        Together.run(
            threads,
            part ->
                Stream.iterate(part, i -> i < secrets.size(), i -> i + threads)
                    .map(i -> token(api, i))
                    .toList());
    var tokens = new ArrayList<String>();
    for (int i = 0; i < secrets.size(); i++) {
      tokens.add(parts.get(i % threads).get(i / threads));
    }
    return tokens;
  }

  private String token(Api api, int person) {
    return api.with("Cookie", "parley_refresh=" + (FIRST + person) + "." + secrets.get(person))
        .post("/api/session/refresh")
        .expect(200)
        .json()
        .path("token")
        .asText();
  }

  private void write(Connection connection, long room, int size) throws SQLException {
    try (var rooms =
            connection.prepareStatement(
                "insert into rooms (id, kind, name, name_key, description, created_by, created_at,"
                    + " active_at, last_seq, last_rev, meta_rev)"
                    + " values (?, 'PUBLIC', ?, ?, '', ?, ?, ?, 0, 0, 0)");
        var users =
            connection.prepareStatement(
                "insert into users (id, username, username_key, display_name, role, last_rev,"
                    + " created_at) values (?, ?, ?, ?, 'USER', 0, ?)");
        var sessions =
            connection.prepareStatement(
                "insert into sessions (id, user_id, created_at, last_seen_at, expires_at,"
                    + " user_agent, refresh_hash, rotated_at) values (?, ?, ?, ?, ?, 'load', ?, ?)");
        var members =
            connection.prepareStatement(
                "insert into memberships (room_id, user_id, role, joined_at, rev)"
                    + " values (?, ?, 'MEMBER', ?, 0)");
        var markers =
            connection.prepareStatement(
                "insert into read_markers (room_id, user_id, read_seq) values (?, ?, 0)")) {
      String name = "load" + room;
      fill(rooms, room, name, name, FIRST, now, now).executeUpdate();
      for (int i = 0; i < size; i++) {
        long person = FIRST + secrets.size();
        String secret = Secrets.random();
        secrets.add(secret);
        String username = "load" + person;
        fill(users, person, username, username, "Person " + person, now).addBatch();
        fill(sessions, person, person, now, now, later, Secrets.hash(secret), now).addBatch();
        fill(members, room, person, now).addBatch();
        fill(markers, room, person).addBatch();
      }
      for (var rows : List.of(users, sessions, members, markers)) {
        rows.executeBatch();
      }
    }
  }

  private static PreparedStatement fill(PreparedStatement statement, Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** Derby tells of its end by an exception. */
  private static void shutDown(String database) throws SQLException {
    try {
      DriverManager.getConnection(database + ";shutdown=true").close();
    } catch (SQLException e) {
      if (!"08006".equals(e.getSQLState())) {
        throw e;
      }
    }
  }
}
