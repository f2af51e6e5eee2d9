package dev.parley.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.ChatSocket;
import dev.parley.testing.Nginx;
import dev.parley.testing.Nodes;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.PostgresServer;
import dev.parley.testing.RunningServer;
import dev.parley.testing.ServerOptions;
import dev.parley.testing.WorkFolder;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two nodes behind the real nginx, with the configuration of the documents. */
@TestMethodOrder(OrderAnnotation.class)
class BehindNginxIT {
  private static final int ROUNDS = 10;

  private static PostgresServer database;
  private static Nodes nodes;
  private static Nginx nginx;
  private static ParleyServer behind;

  @BeforeAll
  static void start() {
    int port = WorkFolder.freePort();
    database = PostgresServer.start();
    nodes =
        Nodes.start(
            2,
            database,
            ServerOptions.unlimited()
                .with("parley.url", "http://localhost:" + port)
                .with("parley.proxies", "127.0.0.1"));
    nginx = Nginx.start(port, nodes.all().stream().map(ParleyServer::address).toList());
    behind = new RunningServer(nginx::address);
  }

  @AfterAll
  static void stop() {
    nginx.close();
    nodes.close();
    database.close();
    nodes.assertDiscretion();
  }

  @Test
  @Order(1)
  void peopleTalkWhereverTheirRequestsAndSocketsGo() {
    var people = new People(behind);
    Person ana = people.ana();
    Person bo = people.bo();
    long room = ana.makesRoom();
    bo.joins(room);
    try (ChatSocket anas = ana.online();
        ChatSocket bos = bo.online()) {
      for (int i = 0; i < ROUNDS; i++) {
        ana.says(room, "over HTTP " + i);
        bos.awaitMessage(room, "over HTTP " + i);
        bos.ask("send", Map.of("room", room, "cid", "c" + i, "text", "by a socket " + i));
        anas.awaitMessage(room, "by a socket " + i);
      }
    }
    assertThat(ana.history(room, 0)).hasSize(2 * ROUNDS);
  }

  @Test
  @Order(2) // the node is not started again
  void aNodeThatEndsIsMissedByNobodyForLong() {
    var people = new People(behind);
    Person ana = people.newcomer();
    long room = ana.makesRoom();
    nodes.get(1).stop();
    for (int i = 0; i < ROUNDS; i++) {
      ana.says(room, "still here " + i);
    }
    try (ChatSocket anas = ana.online()) {
      ana.says(room, "and heard");
      anas.awaitMessage(room, "and heard");
    }
  }
}
