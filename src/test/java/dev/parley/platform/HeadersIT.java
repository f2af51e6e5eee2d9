package dev.parley.platform;

import static dev.parley.testing.Paths.TICKETS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.ParleyServer;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.RawHttp;
import dev.parley.testing.RawSocket;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bytes from 0x80 in a header are opaque (RFC 9110, section 5.5); control characters are refused.
 */
@ParleyTest
class HeadersIT {
  /** In UTF-8, as a proxy adds it, and in ISO 8859-1, as it goes over the wire here. */
  private static final String CITY = new String("Zürich".getBytes(UTF_8), ISO_8859_1);

  private final ParleyServer server;
  private final People people;

  HeadersIT(ParleyServer server, People people) {
    this.server = server;
    this.people = people;
  }

  static Stream<String> opaque() {
    return Stream.of(
        "X-City: " + CITY,
        "X-City: Z\u00fcrich",
        "X-City: \u0080\u00ff",
        "X-City: a\tb",
        "Cookie: city=" + CITY,
        "Cookie: " + CITY,
        "Cookie: city=\"" + CITY,
        "Cookie: $Version=x; $Path=/; a=%zz",
        "User-Agent: " + CITY,
        "Referer: http://localhost/" + CITY,
        "Accept-Language: " + CITY,
        "Accept-Encoding: " + CITY,
        "X-Forwarded-For: " + CITY,
        "Forwarded: for=" + CITY,
        "If-None-Match: " + CITY,
        "Range: " + CITY,
        "Upgrade: " + CITY);
  }

  @ParameterizedTest
  @MethodSource("opaque")
  void thePageAndTheApiAnswer(String header) {
    assertThat(get("/", header)).startsWith("HTTP/1.1 200 ");
    assertThat(get("/api/server", header)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @MethodSource("opaque")
  void theSocketOpens(String header) {
    String[] field = header.split(": ", 2);
    if (field[0].equals("Upgrade")) {
      return; // a socket has its own
    }
    String ticket = people.ana().api().post(TICKETS).expect(200).json().path("ticket").asText();
    URI address = server.sockets();
    var headers =
        Map.of(
            field[0],
            field[1],
            "Origin",
            "http://" + address.getAuthority(),
            "Sec-WebSocket-Protocol",
            "parley.v1, ticket." + ticket);
    try (RawSocket socket = RawSocket.open(address, headers)) {
      assertThat(socket.status()).isEqualTo(101);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{own}",
        "city={city}; {own}",
        "{own}; city={city}",
        "{city}; {own}",
        "city=\"{city}; {own}",
        "$Version=x; {own}",
        "a=b\r\nCookie: city={city}\r\nCookie: {own}"
      })
  void oneStaysSignedInBesideOtherApplicationsCookies(String cookies) {
    Person newcomer = people.newcomer();
    String held =
        server
            .api()
            .post(
                "/api/login",
                Map.of("username", newcomer.username(), "password", newcomer.password()))
            .expect(200)
            .header("Set-Cookie")
            .orElseThrow()
            .replaceFirst(";.*", "");
    String cookie = cookies.replace("{city}", CITY).replace("{own}", held);
    assertThat(request("POST", "/api/session/refresh", "Cookie: " + cookie))
        .startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u0001b", "a\u001fb", "a\u007fb"})
  void controlCharactersAreRefused(String value) {
    for (String path : new String[] {"/", "/api/server", "/realtime"}) {
      assertThat(get(path, "X-City: " + value)).startsWith("HTTP/1.1 400 ");
    }
  }

  /** RFC 9112, section 2.2; WildFly takes it for the end of a line, before any filter. */
  @Test
  void aCarriageReturnAloneIsRefused() {
    assertThat(get("/api/server", "X-City: a\rb"))
        .startsWith(ParleyServer.isWildFly() ? "HTTP/1.1 200 " : "HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host: other", "Host: localhost", "host: localhost"})
  void severalHostsAreRefused(String second) {
    assertThat(get("/api/server", second)).startsWith("HTTP/1.1 400 ");
    assertThat(get("/", "Host: localhost, other")).startsWith("HTTP/1.1 400 ");
  }

  /** Of two the first would decide here, and the last perhaps elsewhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: %1$s\r\nOrigin: http://evil.example",
        "Origin: http://evil.example\r\nOrigin: %1$s",
        "Origin: %1$s\r\nOrigin: %1$s",
        "Origin: %1$s, http://evil.example"
      })
  void severalOriginsOpenNoSocketAndRefreshNothing(String origins) {
    String own = "http://" + server.address().getAuthority();
    String ticket = people.ana().api().post(TICKETS).expect(200).json().path("ticket").asText();
    String handshake =
        "GET /realtime HTTP/1.1\r\nHost: "
            + server.address().getAuthority()
            + "\r\n"
            + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + ("Sec-WebSocket-Protocol: parley.v1, ticket." + ticket + "\r\n")
            + (origins.formatted(own) + "\r\n\r\n");
    assertThat(RawHttp.send(server.address(), handshake)).isEqualTo("HTTP/1.1 403");
    assertThat(request("POST", "/api/session/refresh", origins.formatted(own)))
        .startsWith("HTTP/1.1 403 ");
  }

  /** Whoever reads it in another way sees another request behind it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"chunked\u00a0", "\u000bchunked", "chun\rked", "gzip", "identity, chunked"})
  void anUnknownTransferCodingIsRefusedAndEndsTheConnection(String coding) {
    String answer =
        RawHttp.answer(
            server.address(),
            "POST /api/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + ("Transfer-Encoding: " + coding + "\r\n\r\n")
                + "GET /api/server HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1 ");
  }

  /** Java's own HTTP client sends the first of them with its first request. */
  @ParameterizedTest
  @ValueSource(
      strings = {"Upgrade: h2c\r\nConnection: Upgrade", "Upgrade: websocket", "Upgrade: x"})
  void aWishToUpgradeIsIgnoredAndTheBodyRead(String upgrade) {
    String get = "GET /api/server HTTP/1.1\r\nHost: localhost\r\n" + upgrade + "\r\n\r\n";
    assertThat(RawHttp.send(server.address(), get)).isEqualTo("HTTP/1.1 200");
    assertThat(
            RawHttp.send(
                server.address(),
                "POST /api/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + (upgrade + "\r\nContent-Length: 39\r\n\r\n")
                    + "{\"username\":\"nobody\",\"password\":\"none\"}"))
        .isEqualTo("HTTP/1.1 401");
  }

  @Test
  void whatAProgramSaysItIsIsStoredInAscii() {
    Person newcomer = people.newcomer();
    String signIn =
        "{\"username\":\""
            + newcomer.username()
            + "\",\"password\":\""
            + newcomer.password()
            + "\"}";
    RawHttp.send(
        server.address(),
        "POST /api/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + ("User-Agent: " + CITY + "\r\nContent-Length: " + signIn.length() + "\r\n\r\n")
            + signIn);
    assertThat(newcomer.api().get("/api/sessions").expect(200).json().findValuesAsText("userAgent"))
        .contains("Z??rich");
  }

  private String get(String path, String header) {
    return request("GET", path, header);
  }

  private String request(String method, String path, String header) {
    return RawHttp.answer(
        server.address(),
        method
            + (" " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n")
            + "Content-Length: 0\r\nConnection: close\r\n\r\n");
  }
}
