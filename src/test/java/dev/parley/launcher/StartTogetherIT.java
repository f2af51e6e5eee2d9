package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.ParleyServer;
import dev.parley.testing.People;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.ServerOptions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several nodes that start at once on an empty PostgreSQL. */
class StartTogetherIT {
  private static final int NODES = 3;

  @Test
  void oneMigratesAndTheOthersWait() throws SQLException {
    try (var postgres = PostgresServer.start()) {
      String database = postgres.createDatabase();
      var nodes = new CopyOnWriteArrayList<ParleyServer>();
      try {
        startAll(postgres.with(ServerOptions.unlimited(), database), nodes);
        assertThat(nodes.stream().flatMap(node -> node.log().lines()))
            .as("each is ready and has found the bus, and one prints the token")
            .hasSize(2 * NODES + 1)
            .filteredOn(line -> line.contains(" set-up token "))
            .hasSize(1);
        long room = new People(nodes.get(0)).ana().makesRoom();
        for (ParleyServer node : nodes) {
          new People(node).bo().says(room, "hello");
        }
        assertThat(count(postgres, database, "server")).isEqualTo(1);
        assertThat(count(postgres, database, "messages")).isEqualTo(NODES);
      } finally {
        nodes.forEach(ParleyServer::close);
      }
    }
  }

  private static void startAll(ServerOptions options, List<ParleyServer> nodes) {
    var executor = Executors.newFixedThreadPool(NODES);
    try {
      CompletableFuture.allOf(
              Stream.generate(() -> start(options, nodes, executor))
                  .limit(NODES)
                  .toArray(CompletableFuture[]::new))
          .join();
    } finally {
      executor.shutdown();
    }
  }

  private static CompletableFuture<Void> start(
      ServerOptions options, List<ParleyServer> nodes, Executor executor) {
    return CompletableFuture.runAsync(() -> nodes.add(ParleyServer.start(options)), executor);
  }

  private static long count(PostgresServer postgres, String database, String table)
      throws SQLException {
    try (var connection = postgres.connect(database);
        var statement = connection.createStatement();
        var count = statement.executeQuery("select count(*) from " + table)) {
      count.next();
      return count.getLong(1);
    }
  }
}
