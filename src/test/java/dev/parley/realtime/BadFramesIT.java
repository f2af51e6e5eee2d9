package dev.parley.realtime;

import static dev.parley.testing.Paths.TICKETS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import dev.parley.testing.RawSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that are not of the protocol. */
@ParleyTest
class BadFramesIT {
  private static final int MAX_BYTES = 65_536;
  private static final int MAX_BYTES_BEFORE_HELLO = 8_192;
  private final URI server;
  private final Person ana;

  BadFramesIT(ParleyServer server, People people) {
    this.server = server.address();
    this.ana = people.ana();
  }

  @Test
  void whoSaysNothingForTenSecondsIsClosed() {
    try (ChatSocket socket = ana.socket()) {
      assertThat(socket.awaitClose(java.time.Duration.ofSeconds(14))).isEqualTo(4408);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"send", "sync", "pong", "unknown"})
  void whateverComesBeforeHelloCloses(String op) {
    try (ChatSocket socket = ana.socket()) {
      socket.send(op, Map.of("room", 1));
      assertThat(socket.awaitClose()).isEqualTo(4401);
      assertThat(socket.frames()).isEmpty();
    }
  }

  @Test
  void aHelloMayHaveEightKibibytesAndNoMore() {
    try (ChatSocket socket = ana.socket()) {
      socket.sendText(sized("hello", MAX_BYTES_BEFORE_HELLO));
      socket.awaitReply(1);
    }
    try (ChatSocket socket = ana.socket()) {
      socket.sendText(sized("hello", MAX_BYTES_BEFORE_HELLO + 1));
      assertThat(socket.awaitClose()).isEqualTo(1009);
    }
  }

  @Test
  void aFrameMayHaveSixtyFourKibibytesAndNoMore() {
    try (ChatSocket socket = ana.online()) {
      socket.sendText(sized("unknown", MAX_BYTES));
      socket.await("the refusal", frame -> frame.has("err"));
      socket.sendText(sized("unknown", MAX_BYTES + 1));
      assertThat(socket.awaitClose()).isEqualTo(1009);
    }
  }

  @Test
  void aFrameIsMeasuredInBytes() {
    try (ChatSocket socket = ana.online()) {
      socket.sendText("{\"op\":\"unknown\",\"id\":9,\"x\":\"" + "字".repeat(22_000) + "\"}");
      assertThat(socket.awaitClose()).isEqualTo(1009);
    }
  }

  @Test
  void aFrameInManyPartsIsOneFrame() {
    try (ChatSocket socket = ana.online()) {
      String frame = "{\"op\":\"history\",\"id\":99,\"room\":" + ana.makesRoom() + "}";
      for (int i = 0; i < frame.length(); i++) {
        socket.sendFragment(frame.substring(i, i + 1), i == frame.length() - 1);
      }
      assertThat(socket.awaitReply(99).has("ok")).isTrue();
    }
  }

  @Test
  void partsWithoutAnEndAreTooLarge() {
    try (RawSocket socket = raw()) {
      byte[] part = "a".repeat(1_000).getBytes(UTF_8);
      int opcode = RawSocket.TEXT;
      for (int i = 0; i < 200 && socket.isWritable(); i++) {
        socket.frame(opcode, false, part);
        opcode = RawSocket.CONTINUATION;
      }
      assertThat(socket.awaitClose()).isEqualTo(1009);
    }
  }

  @Test
  void aFrameThatPromisesATebibyteIsNotTakenIn() {
    try (RawSocket socket = raw()) {
      socket.header(RawSocket.TEXT, true, 1L << 40);
      byte[] part = new byte[1 << 16];
      for (int i = 0; i < 128 && socket.isWritable(); i++) {
        socket.payload(part);
      }
      assertThat(socket.awaitClose()).isIn(1006, 1009, 1011);
    }
  }

  @Test
  void whatIsBinaryCloses() {
    try (ChatSocket socket = ana.online()) {
      socket.sendBinary(new byte[] {1, 2, 3});
      assertThat(socket.awaitClose()).isEqualTo(1003);
    }
  }

  @Test
  void whatIsNoUtf8Closes() {
    for (byte[] text :
        List.of(
            new byte[] {'{', (byte) 0xff, '}'},
            new byte[] {(byte) 0xc0, (byte) 0x80},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            new byte[] {(byte) 0xe5, (byte) 0xad})) {
      try (RawSocket socket = raw()) {
        socket.frame(RawSocket.TEXT, true, text);
        assertThat(socket.awaitClose()).isEqualTo(1007);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "", "[]", "{\"op\":\"sync\",\"op\":\"sync\"}", "{\"op\":7}"})
  void tenBadFramesInARowClose(String bad) {
    try (ChatSocket socket = ana.online()) {
      for (int i = 0; i < 10; i++) {
        socket.sendText(bad);
      }
      assertThat(socket.awaitClose()).isEqualTo(1008);
      assertThat(socket.frames().stream().filter(frame -> frame.has("err"))).hasSizeLessThan(11);
    }
  }

  @Test
  void aGoodFrameEndsARowOfBadOnes() {
    long room = ana.makesRoom();
    try (ChatSocket socket = ana.online()) {
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 9; i++) {
          socket.sendText("nonsense");
        }
        socket.ask("sync", Map.of("room", room));
      }
      assertThat(socket.isOpen()).isTrue();
      assertThat(socket.frames().stream().filter(frame -> frame.has("err"))).hasSize(27);
    }
  }

  @Test
  void anUnknownOperationIsRefused() {
    try (ChatSocket socket = ana.online()) {
      assertThat(socket.askAndFail("frobnicate", Map.of()).path("code").asText())
          .isEqualTo("bad_request");
      assertThat(socket.askAndFail("", Map.of()).path("code").asText()).isEqualTo("bad_request");
    }
  }

  @Test
  void aFieldOfTheWrongKindIsRefusedInAReplyToItsFrame() {
    try (ChatSocket socket = ana.online()) {
      JsonNode problem = socket.askAndFail("sync", Map.of("room", "one"));
      assertThat(problem.path("code").asText()).isEqualTo("malformed_json");
      assertThat(problem.at("/errors/0/field").asText()).isEqualTo("room");
      for (Object wrong : List.of(1.5, true, List.of(1), Map.of("a", 1), "1", 1e300)) {
        assertThat(socket.askAndFail("sync", Map.of("room", wrong)).path("code").asText())
            .isEqualTo("malformed_json");
        socket.ask("read", Map.of("room", room(), "seq", 0)); // ends the row
      }
    }
  }

  @Test
  void whatIsRefusedWithoutAnIdIsTold() {
    try (ChatSocket socket = ana.online()) {
      socket.sendText("{\"op\":\"sync\"}");
      JsonNode refusal = socket.await("a refusal", frame -> frame.has("err"));
      assertThat(refusal.has("re")).isFalse();
      assertThat(refusal.at("/err/code").asText()).isEqualTo("invalid_input");
    }
  }

  @Test
  void whoAsksTooMuchAtOnceIsToldToWaitAndLosesNothing() {
    long room = ana.makesRoom();
    try (ChatSocket socket = ana.online()) {
      var ids = new ArrayList<Long>();
      for (int i = 0; i < 1_000; i++) {
        ids.add(socket.send("send", Map.of("room", room, "cid", "c" + i, "text", "t" + i)));
      }
      var outcomes = new HashMap<String, Integer>();
      for (long id : ids) {
        JsonNode reply = socket.awaitReply(id);
        if (reply.has("err")) {
          assertThat(reply.at("/err/code").asText()).isEqualTo("too_many_requests");
          assertThat(reply.at("/err/retryAfterMs").asLong()).isPositive();
        }
        outcomes.merge(reply.has("ok") ? "ok" : "wait", 1, Integer::sum);
      }
      assertThat(outcomes.get("ok")).isGreaterThanOrEqualTo(32);
      assertThat(outcomes.get("wait")).isPositive();
      assertThat(ana.api().get("/api/chat/rooms/" + room).json().path("lastSeq").asInt())
          .isEqualTo(outcomes.get("ok"));
    }
  }

  /** A frame of so many bytes. */
  private static String sized(String op, int bytes) {
    String frame = "{\"op\":\"" + op + "\",\"id\":1,\"x\":\"\"}";
    return frame.replace("\"\"}", "\"" + "a".repeat(bytes - frame.length()) + "\"}");
  }

  private long room() {
    return ana.makesRoom();
  }

  private RawSocket raw() {
    String ticket = ana.api().post(TICKETS).expect(200).json().path("ticket").asText();
    RawSocket socket =
        RawSocket.open(
            server,
            Map.of(
                "Origin",
                server.toString().replaceFirst("/$", ""),
                "Sec-WebSocket-Protocol",
                "parley.v1, ticket." + ticket));
    assertThat(socket.status()).isEqualTo(101);
    socket.frame(RawSocket.TEXT, true, "{\"op\":\"hello\",\"id\":1}".getBytes(UTF_8));
    return socket;
  }
}
