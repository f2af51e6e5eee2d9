package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * A client of {@code /realtime}. It answers no {@code ping} and follows no rule by itself: a test
 * says what is sent, and waits for what it expects.
 */
public final class ChatSocket implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int GOING_AWAY = 1001; // RFC 6455, section 7.4.1
  private static final int SERVICE_RESTART = 1012; // registered with IANA

  private final AtomicLong lastId = new AtomicLong();
  private final List<JsonNode> frames = new ArrayList<>(); // guarded by itself, which is notified
  private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
  private final URI server;
  private WebSocket socket;
  private int seen; // frames before this one have been taken by awaitNext

  private ChatSocket(URI server) {
    this.server = server;
  }

  /** Begins the opening of a socket, of a server or at an address in full. */
  public static Opening to(URI server) {
    return new Opening(server);
  }

  /** How a socket is opened. */
  public static final class Opening {
    private final URI address;
    private final WebSocket.Builder builder = CLIENT.newWebSocketBuilder().connectTimeout(PATIENCE);

    private Opening(URI server) {
      URI given = server.getPath().equals("/") ? server.resolve("realtime") : server;
      address = URI.create(given.toString().replaceFirst("^http", "ws"));
    }

    public Opening origin(URI origin) {
      return header("Origin", origin.toString().replaceFirst("/$", ""));
    }

    public Opening header(String name, String value) {
      builder.header(name, value);
      return this;
    }

    public Opening bearer(String token) {
      return header("Authorization", "Bearer " + token);
    }

    public Opening protocols(String first, String... more) {
      builder.subprotocols(first, more);
      return this;
    }

    /**
     * Opens it.
     *
     * @throws RefusedException when the handshake is answered with an HTTP status
     */
    public ChatSocket open() {
      var client = new ChatSocket(address);
      try {
        client.socket = builder.buildAsync(address, client.new Receiver()).join();
        return client;
      } catch (CompletionException e) {
        if (e.getCause() instanceof WebSocketHandshakeException refused) {
          throw new RefusedException(refused.getResponse().statusCode());
        }
        throw e;
      }
    }
  }

  /** The server did not upgrade. */
  public static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    RefusedException(int status) {
      super("the handshake was answered " + status);
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  /** Where it was opened, such as {@code localhost:40123}. */
  public String server() {
    return server.getAuthority();
  }

  /** The subprotocol that the server chose, or an empty string. */
  public String protocol() {
    return socket.getSubprotocol();
  }

  /** Sends a frame as it is, even if it is no JSON. */
  public void sendText(String text) {
    socket.sendText(text, true).join();
  }

  /** Sends a part of a message, as one WebSocket fragment. */
  public void sendFragment(String text, boolean last) {
    socket.sendText(text, last).join();
  }

  public void sendBinary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /** Sends a frame with {@code op} and a new {@code id}, and returns that id. */
  public long send(String op, Map<String, ?> fields) {
    long id = lastId.incrementAndGet();
    var frame = new LinkedHashMap<String, Object>();
    frame.put("op", op);
    frame.put("id", id);
    frame.putAll(fields);
    Discretion.note(Json.read(Json.write(frame)));
    sendText(Json.write(frame));
    return id;
  }

  /** Sends a request and returns the {@code ok} of its reply; an {@code err} fails the test. */
  public JsonNode ask(String op, Map<String, ?> fields) {
    JsonNode reply = awaitReply(send(op, fields));
    assertThat(reply.path("err").isMissingNode()).as("reply to %s: %s", op, reply).isTrue();
    return reply.path("ok");
  }

  /** Sends a request and returns the problem of its reply; an {@code ok} fails the test. */
  public JsonNode askAndFail(String op, Map<String, ?> fields) {
    JsonNode reply = awaitReply(send(op, fields));
    assertThat(reply.path("ok").isMissingNode()).as("reply to %s: %s", op, reply).isTrue();
    return reply.path("err");
  }

  public JsonNode awaitReply(long id) {
    JsonNode reply = await("the reply to " + id, frame -> frame.path("re").asLong(-1) == id);
    Discretion.check(reply);
    return reply;
  }

  /** Waits for the first frame of this kind among all that have come or will come. */
  public JsonNode awaitEvent(String ev) {
    return await(ev, frame -> frame.path("ev").asText().equals(ev));
  }

  /** Waits for the frame of a message with this text in this room. */
  public JsonNode awaitMessage(long room, String text) {
    return await(
        "message '" + text + "'",
        frame ->
            frame.path("ev").asText().equals("message")
                && frame.path("room").asLong() == room
                && frame.path("m").path("text").asText().equals(text));
  }

  /**
   * Waits until a room is told to be on the list, and returns what was told of it. The frame may
   * carry other rooms: where the regular look comes before the news, it tells the whole list.
   */
  public JsonNode awaitAdded(long room) {
    return awaitListed(room, entry -> true);
  }

  /** Waits until such an entry of a room is told, and returns it: see {@link #awaitAdded}. */
  public JsonNode awaitListed(long room, Predicate<JsonNode> wanted) {
    Predicate<JsonNode> tells = f -> entry(f, room).isObject() && wanted.test(entry(f, room));
    return entry(await("room " + room + " on the list", tells), room);
  }

  /** A frame that tells of someone that they are {@code online}, or {@code offline}. */
  public static Predicate<JsonNode> presence(Person who, String state) {
    return frame ->
        frame.path("ev").asText().equals("presence")
            && frame.path("user").asLong() == who.id()
            && frame.path("state").asText().equals(state);
  }

  /** Waits until a room is told to be on the list no more. */
  public JsonNode awaitGone(long room) {
    return awaitGone(room, PATIENCE);
  }

  public JsonNode awaitGone(long room, Duration patience) {
    JsonNode frame = await("room " + room + " gone", f -> names(f.path("gone"), room), patience);
    assertThat(frame.path("ev").asText()).isEqualTo("rooms");
    assertThat(entry(frame, room).isMissingNode()).as("gone and still there").isTrue();
    return frame;
  }

  private static JsonNode entry(JsonNode frame, long room) {
    if (frame.path("ev").asText().equals("rooms")) {
      for (JsonNode entry : frame.path("rooms")) {
        if (entry.path("id").asLong() == room) {
          return entry;
        }
      }
    }
    return MissingNode.getInstance();
  }

  private static boolean names(JsonNode ids, long wanted) {
    for (JsonNode id : ids) {
      if (id.asLong() == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Waits for the first frame that fits, among all that have come or will come. */
  public JsonNode await(String what, Predicate<JsonNode> wanted) {
    return await(what, wanted, PATIENCE);
  }

  /** Waits for the first frame that fits, for longer or shorter than usual. */
  public JsonNode await(String what, Predicate<JsonNode> wanted, Duration patience) {
    synchronized (frames) {
      return frames.get(indexOf(what, 0, wanted, patience));
    }
  }

  /**
   * Waits for the next frame that fits, after the one that the last call of this method returned.
   * So a sequence of calls asserts an order; what does not fit in between is passed over.
   */
  public JsonNode awaitNext(String what, Predicate<JsonNode> wanted) {
    int index = indexOf(what, seen, wanted, PATIENCE);
    seen = index + 1;
    return frames.get(index);
  }

  /** All frames so far, in the order of their coming. */
  public List<JsonNode> frames() {
    synchronized (frames) {
      return List.copyOf(frames);
    }
  }

  /** All frames so far, which are forgotten with it. */
  public List<JsonNode> take() {
    synchronized (frames) {
      List<JsonNode> taken = frames();
      forget();
      return taken;
    }
  }

  /** Forgets all frames so far. */
  public void forget() {
    synchronized (frames) {
      frames.clear();
      seen = 0;
    }
  }

  /** Waits until the server has closed the socket, and returns the code. */
  public int awaitClose() {
    return awaitClose(PATIENCE);
  }

  public int awaitClose(Duration patience) {
    return closeCode
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(
            e -> {
              throw new AssertionError("not closed after " + patience + "; got " + frames(), e);
            })
        .join();
  }

  /**
   * Waits until the server has said good-bye: {@code bye}, then 1012. WildFly closes sockets itself
   * when it stops and may be the quicker one, with 1001.
   */
  public void awaitGoodBye() {
    int code = awaitClose();
    if (code != GOING_AWAY || !ParleyServer.isWildFly()) {
      assertThat(code).isEqualTo(SERVICE_RESTART);
      awaitEvent("bye");
    }
  }

  public boolean isOpen() {
    return !closeCode.isDone();
  }

  /** Whether it is closed by the server, or broken, within that time. */
  public boolean isClosedWithin(Duration patience) {
    try {
      closeCode.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException stillOpen) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Closes it politely. */
  @Override
  public void close() {
    if (isOpen() && !socket.isOutputClosed()) {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(e -> socket);
    }
  }

  /** Cuts the connection. */
  public void cut() {
    socket.abort();
  }

  private int indexOf(String what, int from, Predicate<JsonNode> wanted, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    synchronized (frames) {
      int next = from;
      while (true) {
        for (; next < frames.size(); next++) {
          if (wanted.test(frames.get(next))) {
            return next;
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0 || closeCode.isDone()) {
          throw new AssertionError(
              what + " did not come; closed: " + closeCode.getNow(null) + "; came: " + frames);
        }
        waitForMore(left);
      }
    }
  }

  private void waitForMore(long millis) {
    try {
      frames.wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void closed(int code) {
    closeCode.complete(code);
    synchronized (frames) {
      frames.notifyAll();
    }
  }

  private final class Receiver implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        List<JsonNode> joined = Arrays.stream(text.toString().split("\n")).map(Json::read).toList();
        text.setLength(0);
        synchronized (frames) {
          frames.addAll(joined);
          frames.notifyAll();
        }
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed(1006);
    }
  }
}
