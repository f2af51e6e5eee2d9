package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Answer;
import dev.parley.testing.Api;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds at every path of rooms and what is in them. */
@ParleyTest
class EveryPathIT {
  private static final int MIB = 1 << 20;
  private final Api nobody;
  private final Person ana;
  private long room;

  EveryPathIT(Api nobody, People people) {
    this.nobody = nobody;
    this.ana = people.ana();
  }

  /** Method and path; {@code {room}} stands for a public room's id. */
  static Stream<List<String>> paths() {
    return Stream.concat(
        Stream.of(
            List.of("GET", "/api/chat/rooms"),
            List.of("GET", "/api/chat/rooms/{room}"),
            List.of("DELETE", "/api/chat/rooms/{room}"),
            List.of("GET", "/api/chat/rooms/{room}/members"),
            List.of("DELETE", "/api/chat/rooms/{room}/members/1"),
            List.of("GET", "/api/chat/rooms/{room}/messages"),
            List.of("GET", "/api/chat/rooms/{room}/messages/1"),
            List.of("GET", "/api/chat/rooms/{room}/changes"),
            List.of("POST", "/api/realtime/tickets")),
        pathsWithABody());
  }

  static Stream<List<String>> pathsWithABody() {
    return Stream.of(
        List.of("POST", "/api/chat/rooms"),
        List.of("PATCH", "/api/chat/rooms/{room}"),
        List.of("POST", "/api/chat/rooms/{room}/members"),
        List.of("PATCH", "/api/chat/rooms/{room}/members/1"),
        List.of("POST", "/api/chat/rooms/{room}/messages"),
        List.of("PUT", "/api/chat/rooms/{room}/read"));
  }

  @BeforeEach
  void makeARoom() {
    room = ana.makesRoom();
  }

  @ParameterizedTest
  @MethodSource("paths")
  void withoutATokenNothingIsAnswered(List<String> path) {
    Answer answer = send(nobody, path, "{}");
    answer.expectProblem(401, "unauthorized");
    assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
  }

  @ParameterizedTest
  @MethodSource("paths")
  void withABadTokenNothingIsAnswered(List<String> path) {
    send(nobody.as(ana.token() + "x"), path, "{}").expectProblem(401, "unauthorized");
    send(nobody.as("x"), path, "{}").expectProblem(401, "unauthorized");
    send(nobody.with("Authorization", "Basic YTpi"), path, "{}").expectProblem(401, "unauthorized");
  }

  @ParameterizedTest
  @MethodSource("paths")
  void aTokenInTheAddressIsNoToken(List<String> path) {
    var withQuery =
        List.of(
            path.get(0), path.get(1) + "?access_token=" + ana.token() + "&token=" + ana.token());
    send(nobody, withQuery, "{}").expectProblem(401, "unauthorized");
  }

  @ParameterizedTest
  @MethodSource("pathsWithABody")
  void whatIsNoJsonIsRefusedAndChangesNothing(List<String> path) {
    String before = state();
    for (String body :
        List.of(
            "",
            "{",
            "nonsense",
            "[]",
            "null",
            "1",
            "\"text\"",
            "{} {}",
            "{}x",
            "{'text':'a'}",
            "{\"text\":\"a\",}",
            "{text:1}",
            "// comment\n{}",
            "{\"x\":NaN}",
            "{\"x\":01}",
            "{\"x\":1e999}",
            "{\"x\":\"\\u0000\"}",
            "{\"x\":\"a\nb\"}",
            "{\"x\":1,\"x\":1}",
            "{\"text\":\"a\",\"text\":\"b\",\"name\":\"a\",\"name\":\"b\"}",
            "\uFEFF{}")) {
      send(ana.api(), path, body).expectProblem(400, "malformed_json");
    }
    assertThat(state()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("pathsWithABody")
  void whatIsNoUtf8IsRefused(List<String> path) {
    for (byte[] bytes :
        List.of(
            new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'},
            new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'},
            new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'},
            "{}".getBytes(java.nio.charset.StandardCharsets.UTF_16))) {
      send(ana.api(), path, "application/json", bytes).expectProblem(400, "malformed_json");
    }
  }

  @ParameterizedTest
  @MethodSource("pathsWithABody")
  void whatIsMeantToWearTheReaderOutIsRefusedQuickly(List<String> path) {
    String keys =
        java.util.stream.IntStream.range(0, 70_000)
            .mapToObj(i -> "\"" + i + "\":" + i % 10)
            .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    long start = System.nanoTime();
    for (String body :
        List.of(
            "[".repeat(10_000) + "]".repeat(10_000),
            "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
            "{\"x\":" + "9".repeat(100_000) + "}",
            keys)) {
      send(ana.api(), path, body).expectProblem(400, "malformed_json");
    }
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }

  @ParameterizedTest
  @MethodSource("pathsWithABody")
  void aBodyMayHaveOneMebibyteAndNoMore(List<String> path) {
    assertThat(send(ana.api(), path, "{" + " ".repeat(MIB - 2) + "}").status()).isNotEqualTo(413);
    send(ana.api(), path, "{" + " ".repeat(MIB - 1) + "}").expectProblem(413, "too_large");
  }

  @ParameterizedTest
  @MethodSource("pathsWithABody")
  void aBodyThatDoesNotTellItsLengthIsCutToo(List<String> path) {
    byte[] large = " ".repeat(3 * MIB).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    Answer answer =
        ana.api()
            .send(
                ana.api()
                    .request(address(path))
                    .header("Content-Type", "application/json")
                    .method(
                        path.get(0),
                        BodyPublishers.ofInputStream(
                            () -> new java.io.ByteArrayInputStream(large))));
    answer.expectProblem(413, "too_large");
  }

  @ParameterizedTest
  @MethodSource("pathsWithABody")
  void whatIsNotCalledJsonIsRefused(List<String> path) {
    for (String type :
        List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
      send(ana.api(), path, type, new byte[] {'{', '}'})
          .expectProblem(415, "unsupported_media_type");
    }
  }

  @ParameterizedTest
  @MethodSource("pathsWithABody")
  void aBodyIsNeeded(List<String> path) {
    Answer answer =
        ana.api()
            .send(ana.api().request(address(path)).method(path.get(0), BodyPublishers.noBody()));
    assertThat(answer.expectAnyOf(400, 415)).isPositive();
  }

  /** The path, and the methods that it has. */
  @ParameterizedTest
  @CsvSource({
    "/api/chat/rooms, PUT, GET POST",
    "/api/chat/rooms, DELETE, GET POST",
    "/api/chat/rooms/{room}, POST, GET PATCH DELETE",
    "/api/chat/rooms/{room}/members, PUT, GET POST",
    "/api/chat/rooms/{room}/members/1, GET, PATCH DELETE",
    "/api/chat/rooms/{room}/messages, DELETE, GET POST",
    "/api/chat/rooms/{room}/read, GET, PUT",
    "/api/chat/rooms/{room}/changes, POST, GET",
    "/api/realtime/tickets, GET, POST",
  })
  void aMethodThatThereIsNotIsAnsweredWithThoseThatThereAre(
      String path, String method, String allowed) {
    Answer answer = send(ana.api(), List.of(method, path), "{}");
    answer.expectProblem(405, "method_not_allowed");
    assertThat(String.join(",", answer.headers("Allow")).split(" *, *"))
        .contains(allowed.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FROB", "TRACE", "PROPFIND"})
  void aStrangeMethodIsRefused(String method) {
    var request = ana.api().request(address(List.of(method, "/api/chat/rooms/{room}")));
    Answer answer = ana.api().send(request.method(method, BodyPublishers.noBody()));
    assertThat(answer.expectAnyOf(405, 501, 400)).isLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/",
        "/api/nothing",
        "/api/chat",
        "/api/chat/rooms/{room}/nothing",
        "/api/chat/rooms/{room}/messages/1/nothing",
        "/api/chat/rooms//messages",
        "/nothing",
        "/problem",
        "/api/chat/rooms/{room};x=1/nothing"
      })
  void aPathThatThereIsNotIsNotFound(String path) {
    Answer answer = send(ana.api(), List.of("GET", path), "");
    answer.expectProblem(404, "not_found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/WEB-INF/web.xml",
        "/web-inf/web.xml",
        "/WEB-INF/classes/dev/parley/room/Room.class",
        "/META-INF/MANIFEST.MF",
        "/api/..%2f..%2fWEB-INF/web.xml",
        "/rooms/../WEB-INF/web.xml"
      })
  void theApplicationsOwnFilesAreNotServed(String path) {
    assertThat(nobody.get(path).expectAnyOf(404, 400)).isPositive();
  }

  /** Payara adds them to an application at the root. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/metrics",
        "/metrics/base",
        "/metrics;x=1",
        "/%6Detrics",
        "/health",
        "/health/ready",
        "/openapi",
        "/openapi/application.wadl",
        "/application.wadl",
        "/api/application.wadl",
        "/api/application.wadl/xsd0.xsd",
        "/api/openapi.json"
      })
  void theServersOwnEndpointsDoNotAnswer(String path) {
    ana.api().get(path).expectProblem(404, "not_found");
    assertThat(nobody.get(path).expectAnyOf(404, 401)).isPositive();
    nobody.get("/api/health/live").expect(200);
  }

  @Test
  void onlyJsonIsAnswered() {
    for (String path : List.of("/api/chat/rooms", "/api/chat/rooms/{room}/messages")) {
      ana.api()
          .with("Accept", "text/html")
          .get(address(List.of("GET", path)))
          .expectProblem(406, "not_acceptable");
    }
  }

  @ParameterizedTest
  @MethodSource("paths")
  void everyAnswerCarriesTheProtectionsOfTheBrowser(List<String> path) {
    for (Answer answer : List.of(send(nobody, path, "{}"), send(ana.api(), path, "{\"text\":1}"))) {
      assertThat(answer.header("Content-Security-Policy").orElse(""))
          .startsWith("default-src 'none'")
          .contains("frame-ancestors 'none'");
      assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
      assertThat(answer.header("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void nobodyIsToldMoreThanEveryoneByAnAddressWithAStrangePercent() {
    Answer answer = ana.api().get("/api/chat/rooms?query=%25%C3%28&cursor=");
    assertThat(answer.status()).isEqualTo(400);
  }

  private Answer send(Api who, List<String> path, String body) {
    if (List.of("GET", "DELETE").contains(path.get(0))) {
      return who.send(who.request(address(path)).method(path.get(0), BodyPublishers.noBody()));
    }
    return who.send(path.get(0), address(path), body);
  }

  private Answer send(Api who, List<String> path, String type, byte[] body) {
    return who.send(
        who.request(address(path))
            .header("Content-Type", type)
            .method(path.get(0), BodyPublishers.ofByteArray(body)));
  }

  private String address(List<String> path) {
    return path.get(1).replace("{room}", Long.toString(room));
  }

  private String state() {
    return ana.api().get("/api/chat/rooms/" + room).expect(200).text();
  }
}
