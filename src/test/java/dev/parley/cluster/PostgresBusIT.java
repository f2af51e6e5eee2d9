package dev.parley.cluster;

import java.nio.file.Path;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBusIT extends BusContract {
  private static final String NAME = "the bus";
  private static final String OURS = " from pg_stat_activity where application_name = ?";

  private static PostgresServer server;

  @BeforeAll
  static void startServer(@TempDir Path folder) {
    server = PostgresServer.start(folder);
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
    server.ask("select count(pg_terminate_backend(pid))" + OURS, NAME);
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
        "select count(pg_terminate_backend(pid))" + OURS + " and query like '%notify%'", NAME);
    b.awaitHintOf(a, new Hint.Room(ROOM, 2));
  }

  @Override
  ClusterBus bus(HintText text, ThreadFactory threads) {
    return new PostgresBus(server.source(NAME), text, threads);
  }

  @Override
  void kill() {
    server.kill();
  }

  @Override
  void start() {
    server.startAgain();
  }

  @Override
  void hang() {
    server.signal("STOP");
  }

  @Override
  void goOn() {
    server.signal("CONT");
  }

  @Override
  void say(String text) {
    server.ask("select pg_notify('parley', ?)", text);
  }

  @Override
  int connections() {
    return Integer.parseInt(server.ask("select count(*)" + OURS, NAME));
  }
}
