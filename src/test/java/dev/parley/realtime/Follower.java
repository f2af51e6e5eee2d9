package dev.parley.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A client that does what the protocol tells clients to do, and nothing else. */
final class Follower {
  private static final long PATIENCE_MS = 10_000;
  private static final int MOST_OF_A_REASON = 200; // characters

  /** What is held of one room. */
  private static final class Held {
    private long have;
    private long first = 1; // what is older is asked of history, as it is then
    private String description = "";
    private final TreeMap<Long, JsonNode> messages = new TreeMap<>();

    void reset(JsonNode newest) {
      messages.clear();
      first = newest.path(0).path("seq").asLong(1);
      newest.forEach(this::store);
    }

    void store(JsonNode message) {
      long seq = message.path("seq").asLong();
      if (seq >= first) {
        messages.merge(seq, message, (old, fresh) -> rev(fresh) > rev(old) ? fresh : old);
      }
    }

    private static long rev(JsonNode message) {
      return message.path("rev").asLong();
    }
  }

  /** A message that was acknowledged. */
  private record Sent(long room, long seq, String cid) {}

  private final Person person;
  private final Diary diary;
  private final Map<Long, Held> held = new HashMap<>();
  private final List<Map<String, ?>> unsent = new ArrayList<>();
  private final List<Sent> sent = new ArrayList<>();
  private ChatSocket socket;
  private boolean connected;
  private long stayAwayMs; // as the server asked
  private Duration silence = Duration.ofMillis(PATIENCE_MS); // longer than any server is silent
  private String epoch = "";

  /** Somebody whose doings nobody writes down. */
  Follower(Person person) {
    this(person, new Diary(new History(), person.username()));
  }

  /** Somebody who is connected, and keeps a diary. */
  Follower(Person person, Diary diary) {
    this.person = person;
    this.diary = diary;
    connect();
  }

  Person person() {
    return person;
  }

  /** Sends a message until it is known what came of it. */
  void send(long room, String cid, String text) {
    write(room, cid, text);
    flush();
  }

  /** Writes a message that is sent with the next {@link #comeBack}. */
  void write(long room, String cid, String text) {
    unsent.add(Map.of("room", room, "cid", cid, "text", text));
  }

  /** Edits or deletes a message of its own, which may be refused: it may be deleted already. */
  void changeOneOfItsOwn(String op, Random random, Map<String, ?> more) {
    if (!sent.isEmpty()) {
      Sent one = sent.get(random.nextInt(sent.size()));
      attempt(op, one.room(), one.seq(), more);
    }
  }

  /** Puts a thumb under one of the messages that it holds, or takes it away. */
  void react(long room, Random random, boolean on) {
    Held holding = held.get(room);
    if (holding != null && !holding.messages.isEmpty()) {
      List<Long> seqs = List.copyOf(holding.messages.keySet());
      long seq = seqs.get(random.nextInt(seqs.size()));
      attempt("react", room, seq, Map.of("emoji", "👍", "on", on));
    }
  }

  private void attempt(String op, long room, long seq, Map<String, ?> more) {
    var fields = new HashMap<String, Object>(more);
    fields.put("room", room);
    fields.put("seq", seq);
    JsonNode reply = reply(op, fields);
    int status = reply.at("/err/status").asInt();
    if (status != 0 && status != 403 && status != 404 && status != 409) {
      throw new AssertionError(op + ": " + reply);
    }
    applyFrames();
  }

  /** Cuts the connection in the middle of a send, and comes back. */
  void loseTheSocket() {
    applyFrames();
    leave();
    connect();
  }

  /**
   * Comes back if the connection is lost, and sends what is not sent.
   *
   * @throws NotNowException where that is to be tried again later
   * @throws RuntimeException or AssertionError where the connection is of no use, and is to be
   *     {@link #leave left}
   */
  void comeBack() {
    if (connected && !socket.isOpen()) {
      leave();
    }
    if (!connected) {
      connect();
    }
    flush();
  }

  /**
   * Leaves a connection of which nothing more is to be expected.
   *
   * @return for how many ms the server asked to stay away
   */
  long leave() {
    if (!connected) {
      return 0;
    }
    connected = false;
    socket.cut();
    diary.loses(socket.server());
    socket.take().stream().filter(f -> f.path("ev").asText().equals("bye")).forEach(this::follow);
    long away = stayAwayMs;
    stayAwayMs = 0;
    return away;
  }

  /** Whether a connection that it has is lost within that time. */
  boolean isLostWithin(Duration patience) {
    return connected && socket.isClosedWithin(patience);
  }

  /** Applies frames until every room is held as far as the list of rooms says that it goes. */
  void catchUp(JsonNode listed) {
    long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
    while (!isUpTo(listed) && System.nanoTime() < end) {
      socket.ask("sync", Map.of("room", listed.path(0).path("id").asLong())); // takes its time
      applyFrames();
    }
  }

  Set<Long> rooms() {
    return new TreeSet<>(held.keySet());
  }

  /** What is held of a page that history gave: all that is in it must be held or be older. */
  List<JsonNode> messages(long room, JsonNode page) {
    var messages = new ArrayList<JsonNode>();
    Held holding = held.get(room);
    page.path("messages")
        .forEach(
            m -> {
              JsonNode mine = holding.messages.get(m.path("seq").asLong());
              boolean older = m.path("seq").asLong() < holding.first;
              messages.add(older ? m : mine);
            });
    return messages;
  }

  String description(long room) {
    return held.get(room).description;
  }

  void close() {
    socket.close();
  }

  private boolean isUpTo(JsonNode listed) {
    for (JsonNode room : listed) {
      Held holding = held.get(room.path("id").asLong());
      if (holding == null || holding.have < room.path("lastRev").asLong()) {
        return false;
      }
    }
    return listed.size() == held.size() || listed.isEmpty();
  }

  private void connect() {
    try {
      socket = person.socket();
    } catch (RuntimeException | AssertionError refused) {
      diary.fails("", "", reason(refused));
      throw refused;
    }
    try {
      greet();
    } catch (RuntimeException | AssertionError failed) {
      diary.fails(socket.server(), "", reason(failed));
      socket.cut();
      throw failed;
    }
    connected = true;
    diary.isBackAt(socket.server());
    flush();
  }

  private void greet() {
    var revs = new HashMap<Long, Long>();
    held.forEach((id, holding) -> revs.put(id, holding.have));
    JsonNode hello = socket.ask("hello", Map.of("epoch", epoch, "rooms", revs));
    epoch = hello.path("epoch").asText();
    silence = Duration.ofMillis(hello.path("heartbeat").asLong() + PATIENCE_MS);
    hello.path("gone").forEach(id -> held.remove(id.asLong()));
    hello.path("rooms").forEach(this::open);
  }

  private void open(JsonNode entry) {
    Held holding = held.computeIfAbsent(entry.path("id").asLong(), id -> new Held());
    holding.description = entry.path("description").asText();
    take(entry.path("id").asLong(), entry);
  }

  private void take(long room, JsonNode answer) {
    Held holding = held.get(room);
    if (answer.path("reset").asBoolean()) {
      holding.reset(answer.path("messages"));
      holding.description = answer.at("/head/description").asText();
    }
    answer.path("changes").forEach(frame -> apply(holding, frame));
    holding.have =
        answer.path("reset").asBoolean()
            ? answer.path("upTo").asLong()
            : Math.max(holding.have, answer.path("upTo").asLong());
  }

  private void flush() {
    while (!unsent.isEmpty()) {
      Map<String, ?> message = unsent.get(0);
      long room = (Long) message.get("room");
      String cid = (String) message.get("cid");
      sent.add(new Sent(room, deliver(room, cid, message), cid));
      unsent.remove(0);
    }
    applyFrames();
  }

  private long deliver(long room, String cid, Map<String, ?> message) {
    diary.begins(socket.server(), room, cid);
    try {
      long seq = ok(reply("send", message)).path("seq").asLong();
      diary.isAcknowledged(socket.server(), room, cid, seq);
      return seq;
    } catch (RuntimeException | AssertionError failed) {
      diary.fails(socket.server(), cid, reason(failed));
      throw failed;
    }
  }

  private static String reason(Throwable failure) {
    String why = failure.toString();
    return why.substring(0, Math.min(why.length(), MOST_OF_A_REASON));
  }

  private static JsonNode ok(JsonNode reply) {
    int status = reply.at("/err/status").asInt();
    if (status >= 500 || status == 401 || status == 408 || status == 425 || status == 429) {
      throw new NotNowException(reply.path("err"));
    }
    if (!reply.has("ok")) {
      throw new AssertionError(reply.toString());
    }
    return reply.path("ok");
  }

  private JsonNode reply(String op, Map<String, ?> fields) {
    long id = socket.send(op, fields);
    return socket.await("the reply to " + op, f -> f.path("re").asLong(-1) == id, silence);
  }

  private void applyFrames() {
    socket.take().forEach(this::follow);
  }

  private void follow(JsonNode frame) {
    switch (frame.path("ev").asText()) {
      case "rooms" -> {
        frame.path("gone").forEach(id -> held.remove(id.asLong()));
        frame.path("rooms").forEach(room -> comeToKnow(room.path("id").asLong(), room));
      }
      case "message", "room", "member" -> {
        Held holding = held.get(frame.path("room").asLong());
        if (holding != null) {
          change(frame.path("room").asLong(), holding, frame);
        }
      }
      case "bye" -> goAway(frame.path("retryAfterMs").asLong());
      default -> {} // replies were read where they were waited for
    }
  }

  private void goAway(long forMs) {
    stayAwayMs = forMs;
    diary.isSentAwayBy(socket.server(), forMs);
  }

  private void comeToKnow(long room, JsonNode head) {
    if (!held.containsKey(room)) {
      var holding = new Held();
      holding.description = head.path("description").asText();
      held.put(room, holding);
      sync(room, Map.of("room", room));
    }
  }

  private void change(long room, Held holding, JsonNode frame) {
    if (frame.path("prev").asLong() > holding.have) {
      sync(room, Map.of("room", room, "rev", holding.have)); // a gap
    }
    apply(holding, frame);
  }

  private static void apply(Held holding, JsonNode frame) {
    if (frame.path("rev").asLong() > holding.have) {
      holding.have = frame.path("rev").asLong();
      if (frame.has("m")) {
        holding.store(frame.path("m"));
      } else if (frame.has("head")) {
        holding.description = frame.at("/head/description").asText();
      }
    }
  }

  private void sync(long room, Map<String, ?> since) {
    JsonNode reply = reply("sync", since);
    if (reply.has("ok")) {
      take(room, reply.path("ok"));
    }
  }
}
