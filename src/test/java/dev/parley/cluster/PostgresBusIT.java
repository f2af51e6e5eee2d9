package dev.parley.cluster;

import dev.parley.testing.PostgresServer;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresBusIT extends BusContract {
  private static final String NAME = "the bus";
  private static final int SECONDS = 2;
  private static final String OURS = " from pg_stat_activity where application_name = ?";

  private static PostgresServer server;
  private static String database;

  @BeforeAll
  static void startServer() {
    server = PostgresServer.start();
    database = server.createDatabase();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  void aConnectionThatIsEndedByAnAdministratorIsMadeAnew() {
    Node a = node("a");
    Node b = node("b");
    b.awaitHintOf(a, new Hint.Room(ROOM, 1));
    int before = b.missed();
    server.ask(database, "select count(pg_terminate_backend(pid))" + OURS, NAME);
    b.awaitMissed(before + 1);
    b.awaitHintOf(a, new Hint.Room(ROOM, 2));
    a.awaitHintOf(b, new Hint.Room(ROOM, 3));
  }

  @Test
  void aConnectionThatTellsAndBreaksIsMadeAnew() {
    Node a = node("a");
    Node b = node("b");
    b.awaitHintOf(a, new Hint.Room(ROOM, 1));
    server.ask(
        database,
        "select count(pg_terminate_backend(pid))" + OURS + " and query like '%notify%'",
        NAME);
    b.awaitHintOf(a, new Hint.Room(ROOM, 2));
  }

  @Override
  ClusterBus bus(HintText text, ThreadFactory threads) {
    return new PostgresBus(source(), text, threads);
  }

  /** Connections without a pool, which wait for some seconds at most. */
  private static DataSource source() {
    var source = new PGSimpleDataSource();
    source.setUrl(server.url(database));
    source.setUser(PostgresServer.USER);
    source.setPassword(PostgresServer.PASSWORD);
    source.setApplicationName(NAME);
    source.setConnectTimeout(SECONDS);
    source.setLoginTimeout(SECONDS);
    source.setSocketTimeout(2 * SECONDS);
    return source;
  }

  @Override
  void kill() {
    server.stop();
  }

  @Override
  void start() {
    server.startAgain();
  }

  @Override
  void hang() {
    server.pause();
  }

  @Override
  void goOn() {
    server.goOn();
  }

  @Override
  void say(String text) {
    server.ask(database, "select pg_notify('parley', ?)", text);
  }

  @Override
  int connections() {
    return Integer.parseInt(server.ask(database, "select count(*)" + OURS, NAME));
  }
}
