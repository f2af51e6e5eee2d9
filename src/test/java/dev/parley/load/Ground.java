package dev.parley.load;

import dev.parley.load.Layout.Bus;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.ServerOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/**
 * What nodes stand on: one PostgreSQL that waits for its disk, and in it a database with people and
 * rooms, of which each layout gets a copy.
 */
final class Ground implements AutoCloseable {
  private final PostgresServer postgres = PostgresServer.startDurable();
  private final String original = postgres.createDatabase();
  private final ServerOptions options;
  private final List<String> tokens;

  /**
   * Writes the people.
   *
   * @param folder for the key that all nodes have
   */
  Ground(NodesPlan plan, Path folder) throws SQLException {
    options =
        ServerOptions.unlimited()
            .with("parley.token.lifetime", "P1D")
            .with("parley.token.key", folder.resolve("token-key.jwk").toString())
            .withArguments(plan.java().toArray(String[]::new));
    var people = new People();
    try (ParleyServer first = ParleyServer.start(on(original, Bus.LOCAL))) {
      try (Connection connection = postgres.connect(original)) {
        people.write(connection, Collections.nCopies(plan.rooms(), plan.members()));
      }
      tokens = people.tokens(first.api());
    }
  }

  /** An access token for each person, in the order of the rooms; good at every node. */
  List<String> tokens() {
    return tokens;
  }

  /** Starts nodes on a copy of the database. */
  NodesUnderLoad start(Layout layout) {
    String copy = original + "_" + layout.bus() + layout.nodes();
    postgres.execute("postgres", "drop database if exists " + copy);
    postgres.execute(
        "postgres",
        "create database %s template %s owner %s".formatted(copy, original, PostgresServer.USER));
    return NodesUnderLoad.start(layout, new Database(postgres, copy), on(copy, layout.bus()));
  }

  private ServerOptions on(String database, Bus bus) {
    return postgres.with(options, database).with("parley.cluster", bus.toString());
  }

  @Override
  public void close() {
    postgres.close();
  }
}
