package dev.parley.platform;

import static dev.parley.testing.RawHttp.send;
import static dev.parley.testing.RawHttp.sendAndBreakOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no HTTP, or breaks off: it leaves nothing in the log, however often it comes. */
@ParleyTest
class BadRequestsIT {
  private static final String POST =
      "POST /api/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

  private final ParleyServer server;
  private final URI address;
  private Api signedOut;
  private int before;

  BadRequestsIT(ParleyServer server) {
    this.server = server;
    this.address = server.address();
  }

  @BeforeEach
  void signOutAndLookAtTheLog(People people) {
    Person newcomer = people.newcomer();
    newcomer.api().post("/api/logout").expect(204);
    signedOut = newcomer.api();
    before = server.log().length();
  }

  /** The line of a refused token ends what the log has to say of a test. */
  @AfterEach
  void theLogSaysNothing() {
    signedOut.get("/api/users/me").expect(401);
    assertThat(server.awaitLog("A token was refused", before).lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost:\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: :80\r\n\r\n",
        "GET http:// HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/% HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "\u0016\u0003 \u0001 \u0002\r\n\r\n",
        POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
        POST + "Transfer-Encoding: chunked\r\n\r\n4\r\n{\"us\r\nzz\r\n\r\n",
        POST + "Transfer-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"
      })
  void whatIsNoRequest(String nonsense) {
    for (int i = 0; i < 3; i++) {
      assertThat(send(address, nonsense)).doesNotStartWith("HTTP/1.1 500");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n",
        POST + "Content-Length: 500\r\n\r\n",
        POST + "Content-Length: 500\r\n\r\n{\"user",
        POST + "Transfer-Encoding: chunked\r\n\r\n10\r\n{\"user"
      })
  void whoBreaksOff(String request) {
    for (int i = 0; i < 20; i++) {
      sendAndBreakOff(address, request.repeat(20));
    }
  }

  @Test
  void aMethodThatHttpDoesNotKnowIsNotOursEither() {
    assertThat(send(address, "FOO / HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .isEqualTo("HTTP/1.1 405");
  }
}
