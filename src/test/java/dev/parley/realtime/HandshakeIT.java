package dev.parley.realtime;

import static dev.parley.testing.Paths.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.ChatSocket.RefusedException;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.RawHttp;
import dev.parley.testing.Together;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a socket. */
@ParleyTest
class HandshakeIT {
  private static final int REFUSED = 401;
  private final URI server;
  private final People people;
  private final Person ana;

  HandshakeIT(ParleyServer server, People people) {
    this.server = server.address();
    this.people = people;
    this.ana = people.ana();
  }

  @Test
  void aTicketIsGoodForHalfAMinuteAndHardToGuess() {
    JsonNode ticket = ana.api().post(TICKETS).expect(200).json();
    assertThat(ticket.path("expiresIn").asInt()).isEqualTo(30);
    assertThat(ticket.path("ticket").asText()).matches("[A-Za-z0-9_-]{22,}");
    assertThat(ticket()).isNotEqualTo(ticket());
  }

  @Test
  void aTicketOpensASocketAndIsNotRepeated() {
    try (ChatSocket socket = withTicket(ticket()).origin(server).open()) {
      assertThat(socket.protocol()).isEqualTo("parley.v1");
      assertThat(socket.ask("hello", Map.of()).at("/user/id").asLong()).isEqualTo(ana.id());
    }
  }

  @Test
  void aTokenOpensASocketWithoutAnOrigin() {
    try (ChatSocket socket = withToken(ana.token()).open()) {
      assertThat(socket.protocol()).isEqualTo("parley.v1");
      assertThat(socket.ask("hello", Map.of()).at("/user/id").asLong()).isEqualTo(ana.id());
    }
  }

  @Test
  void aTicketIsUsedOnce() {
    String ticket = ticket();
    withTicket(ticket).origin(server).open().close();
    assertRefused(withTicket(ticket).origin(server), REFUSED);
  }

  @Test
  void ofTenWhoUseATicketAtOnceOneGetsASocket() {
    String ticket = ticket();
    var statuses =
        Together.run(
            10,
            i -> {
              try (ChatSocket socket = withTicket(ticket).origin(server).open()) {
                socket.ask("hello", Map.of());
                return 101;
              } catch (RefusedException refused) {
                return refused.status();
              }
            });
    assertThat(statuses).containsOnlyOnce(101).containsOnly(101, REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00", "a.b.c"})
  void aTicketThatWasNotHandedOutIsRefused(String ticket) {
    assertRefused(withTicket(ticket).origin(server), REFUSED);
  }

  @Test
  void aTicketOfASessionThatEndedIsRefused() {
    Person newcomer = people.newcomer();
    String ticket = newcomer.api().post(TICKETS).json().path("ticket").asText();
    newcomer.api().post("/api/logout").expect(204);
    assertRefused(withTicket(ticket).origin(server), REFUSED);
  }

  @Test
  void aTokenOfASessionThatEndedIsRefused() {
    Person newcomer = people.newcomer();
    newcomer.api().post("/api/logout").expect(204);
    assertRefused(withToken(newcomer.token()), REFUSED);
  }

  @Test
  void aBadTokenIsRefused() {
    assertRefused(withToken(ana.token() + "x"), REFUSED);
    assertRefused(withToken("x"), REFUSED);
    assertRefused(withToken(ticket()), REFUSED);
  }

  @Test
  void withoutTicketOrTokenThereIsNoSocket() {
    assertRefused(ChatSocket.to(server).protocols("parley.v1").origin(server), REFUSED);
  }

  @Test
  void aBadTokenIsNotMadeUpForByATicket() {
    assertRefused(withTicket(ticket()).origin(server).bearer("x"), REFUSED);
  }

  @Test
  void anOriginOfOneServerIsNoneOfAnother() {
    String host = server.getAuthority();
    for (String origin :
        new String[] {
          "https://evil.example",
          "http://" + host + ".evil.example",
          "http://evil.example/" + host,
          "http://" + host + "@evil.example",
          "http://evil.example#" + host,
          "http://" + server.getHost(),
          "http://" + server.getHost() + ":1",
          "http://x" + host,
          "ftp://" + host,
          "file://",
          "null",
          "",
          host,
          "http://" + host + " http://evil.example"
        }) {
      assertRefused(origin, withTicket(ticket()).header("Origin", origin), 403);
      assertRefused(origin, withToken(ana.token()).header("Origin", origin), 403);
    }
  }

  @Test
  void aTicketWithoutAnOriginIsRefused() {
    assertRefused(withTicket(ticket()), 403);
  }

  @Test
  void aTicketThatWasRefusedForItsOriginIsStillGood() {
    String ticket = ticket();
    assertRefused(withTicket(ticket).header("Origin", "https://evil.example"), 403);
    withTicket(ticket).origin(server).open().close();
  }

  @Test
  void onlyOurProtocolIsSpoken() {
    assertRefused(ChatSocket.to(server).bearer(ana.token()).protocols("chat"), 400);
    assertRefused(ChatSocket.to(server).bearer(ana.token()), 400);
  }

  @Test
  void whatIsNoHandshakeIsAProblem() {
    assertThat(ana.api().get("/realtime").expectProblem(400, "bad_request")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/realtime?%zz|Upgrade", "/realtime|close", "/realtime|"})
  void aHandshakeThatIsNoneIsRefused(String pathAndConnection) {
    String[] parts = pathAndConnection.split("\\|", -1);
    assertThat(answerToHandshake(parts[0], parts[1])).isEqualTo("HTTP/1.1 400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "//",
        "/a|b",
        "/a[b",
        "/api/rooms",
        "/realtime/",
        "/realtime/.",
        "/./realtime",
        "//realtime",
        "/realtime;x",
        "/%72ealtime"
      })
  void elsewhereThereIsNoSocket(String path) {
    assertThat(answerToHandshake(path, "Upgrade")).matches("HTTP/1.1 (200|400|404)");
  }

  @Test
  void aTicketInTheAddressIsNoTicket() {
    ChatSocket.Opening opening =
        ChatSocket.to(URI.create(server + "realtime?ticket=" + ticket()))
            .protocols("parley.v1")
            .origin(server);
    assertRefused(opening, REFUSED);
  }

  private String answerToHandshake(String path, String connection) {
    String handshake =
        String.join(
            "\r\n",
            "GET " + path + " HTTP/1.1",
            "Host: " + server.getAuthority(),
            "Upgrade: websocket",
            "Connection: " + connection,
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Protocol: parley.v1",
            "Authorization: Bearer " + ana.token(),
            "\r\n");
    return RawHttp.send(server, handshake);
  }

  private String ticket() {
    return ana.api().post(TICKETS).expect(200).json().path("ticket").asText();
  }

  private ChatSocket.Opening withTicket(String ticket) {
    return ChatSocket.to(server).protocols("parley.v1", "ticket." + ticket);
  }

  private ChatSocket.Opening withToken(String token) {
    return ChatSocket.to(server).bearer(token).protocols("parley.v1");
  }

  private static void assertRefused(ChatSocket.Opening opening, int status) {
    assertRefused("this", opening, status);
  }

  private static void assertRefused(String what, ChatSocket.Opening opening, int status) {
    var refused = catchThrowableOfType(RefusedException.class, () -> opening.open().close());
    assertThat(refused).as("%s should not open a socket", what).isNotNull();
    assertThat(refused.status()).as("the answer to %s", what).isEqualTo(status);
  }
}
