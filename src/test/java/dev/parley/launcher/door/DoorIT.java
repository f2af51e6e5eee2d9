package dev.parley.launcher.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.ParleyServer;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.RawHttp;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Payara refuses before Parley has seen it gets a problem too. */
@ParleyTest
class DoorIT {
  private static final String END = "Host: localhost\r\nConnection: close\r\n\r\n";

  private final URI address;

  DoorIT(ParleyServer server) {
    this.address = server.address();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%zz",
        "/api/%",
        "/api/rooms/%zz?limit=1",
        "/;a=%zz",
        "/%c0%ae",
        "/a%00b",
        "/api/../../x",
        "/api/%2e%2e/%2e%2e/x",
        "/a\\b",
        "/api/rooms/.",
        "rooms",
        "http://"
      })
  void pathsThatAreNone(String path) {
    isProblem(answerTo("GET " + path + " HTTP/1.1\r\n" + END), 400, "bad_request");
  }

  @Test
  void aPathThatIsLongerThanIsRead() {
    String path = "/api/" + "a".repeat(9000);
    isProblem(answerTo("GET " + path + " HTTP/1.1\r\n" + END), 400, "bad_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Host:\r\n", "Host: :80\r\n", "Host: a\r\nContent-Length: -1\r\n"})
  void headersThatAreNotHttp(String headers) {
    isProblem(answerTo("GET / HTTP/1.1\r\n" + headers + "\r\n"), 400, "bad_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
        "Content-Length: 2\r\nTransfer-Encoding: gzip\r\n\r\n{}",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n4\r\n{\"us\r\nzz\r\n\r\n"
      })
  void bodiesThatCannotBeRead(String rest) {
    String start =
        "POST /api/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    isProblem(answerTo(start + rest), 400, "bad_request");
  }

  @ParameterizedTest
  @CsvSource({
    "GET / HTTP/9.9, 505, bad_request",
    "CONNECT localhost:80 HTTP/1.1, 400, bad_request",
    "TRACE / HTTP/1.1, 405, method_not_allowed"
  })
  void whatIsNotSpokenHere(String line, int status, String code) {
    isProblem(answerTo(line + "\r\n" + END), status, code);
  }

  /** The answer to HEAD has none. */
  @Test
  void aHeadWithoutABody() {
    String answer = answerTo("HEAD /%zz HTTP/1.1\r\n" + END);
    assertThat(answer).startsWith("HTTP/1.1 400 ").endsWith("\r\n\r\n");
  }

  private String answerTo(String request) {
    return RawHttp.answer(address, request);
  }

  private static void isProblem(String answer, int status, String code) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("Content-Type: application/problem+json\r\n")
        .contains("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n")
        .contains("\"type\":\"urn:parley:problem:" + code + "\"")
        .contains("\"status\":" + status + ",")
        .endsWith("\"code\":\"" + code + "\"}");
  }
}
