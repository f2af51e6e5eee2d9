package dev.parley.platform;

import static dev.parley.testing.RawHttp.begin;

import dev.parley.testing.ParleyServer;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many who send half a request, for which a thread of the server's waits each. */
@ParleyTest
class SlowSendersIT {
  private static final int SENDERS = 300;
  private static final String HALF_A_REQUEST =
      "POST /api/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + "Content-Length: 100\r\n\r\n{\"username\":";

  private final URI address;
  private final Person ana;
  private List<Socket> senders;

  SlowSendersIT(ParleyServer server, People people) {
    this.address = server.address();
    this.ana = people.ana();
  }

  @BeforeEach
  void sendHalf() {
    senders = IntStream.range(0, SENDERS).mapToObj(i -> begin(address, HALF_A_REQUEST)).toList();
  }

  @AfterEach
  void hangUp() throws IOException {
    for (Socket sender : senders) {
      sender.close();
    }
  }

  @Test
  void theOthersAreServed() {
    long room = ana.makesRoom();
    ana.says(room, "beside them");
    ana.api().get("/api/health/live").expect(200);
  }
}
