package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Someone with an account, signed in. Tests that sign out, or that change the account, take a
 * {@link People#newcomer} for it.
 */
public final class Person {
  private static final long RENEW_AFTER_MS = Duration.ofMinutes(8).toMillis();

  private final ParleyServer server;
  private final String username;
  private final String password;
  private final long id;
  private String token;
  private long tokenMillis; // monotonic, when it was new
  private final List<ChatSocket> sockets = new ArrayList<>();

  private Person(ParleyServer server, String username, String password, long id) {
    this.server = server;
    this.username = username;
    this.password = password;
    this.id = id;
  }

  private void take(JsonNode signIn) {
    token = signIn.path("token").asText();
    tokenMillis = System.nanoTime() / 1_000_000;
  }

  static Person register(ParleyServer server, String username) {
    String password = "correct horse " + username;
    server
        .api()
        .post("/api/register", Map.of("username", username, "password", password))
        .expect(201);
    return signIn(server, username, password);
  }

  private static Person signIn(ParleyServer server, String username, String password) {
    JsonNode signIn = login(server, username, password);
    var person = new Person(server, username, password, signIn.at("/user/id").asLong());
    person.take(signIn);
    return person;
  }

  private static JsonNode login(ParleyServer server, String username, String password) {
    return server
        .api()
        .post("/api/login", Map.of("username", username, "password", password))
        .expect(200)
        .json();
  }

  /** The same person on another device: another session and token. */
  public Person onAnotherDevice() {
    return signIn(server, username, password);
  }

  /** The same person in the same session, by way of another node. */
  public synchronized Person by(ParleyServer node) {
    var same = new Person(node, username, password, id);
    same.token = token;
    same.tokenMillis = tokenMillis;
    return same;
  }

  public long id() {
    return id;
  }

  public String username() {
    return username;
  }

  public String password() {
    return password;
  }

  /** An access token that lives for some minutes more: a run may last longer than a token. */
  public synchronized String token() {
    if (System.nanoTime() / 1_000_000 - tokenMillis > RENEW_AFTER_MS) {
      take(login(server, username, password));
    }
    return token;
  }

  /** HTTP in this person's name. */
  public Api api() {
    return server.api().as(token());
  }

  /** A new socket, opened with a ticket as the page does it. No {@code hello} has been sent. */
  public ChatSocket socket() {
    String ticket = api().post("/api/realtime/tickets").expect(200).json().path("ticket").asText();
    URI node = server.sockets();
    ChatSocket socket =
        ChatSocket.to(node).origin(node).protocols("parley.v1", "ticket." + ticket).open();
    sockets.add(socket);
    return socket;
  }

  /** A new socket that has been greeted. */
  public ChatSocket online() {
    ChatSocket socket = socket();
    socket.ask("hello", Map.of("client", "test"));
    return socket;
  }

  /** Makes a public room of a name of its own and returns its id. */
  public long makesRoom() {
    return makesRoom(Map.of("name", "room " + Names.unique()));
  }

  public long makesRoom(Map<String, ?> room) {
    return api().post("/api/chat/rooms", room).expect(201).json().path("id").asLong();
  }

  public void joins(long room) {
    Answer answer = api().post("/api/chat/rooms/" + room + "/members", Map.of());
    answer.expect(answer.status() == 200 ? 200 : 201);
  }

  /** Posts over HTTP and returns the message. */
  public JsonNode says(long room, String text) {
    return api()
        .post("/api/chat/rooms/" + room + "/messages", Map.of("text", text))
        .expect(201)
        .json();
  }

  /** All messages of a room after one, oldest first. */
  public List<JsonNode> history(long room, long after) {
    var messages = new ArrayList<JsonNode>();
    String path = Paths.messages(room) + "?limit=200&after=";
    JsonNode page = api().get(path + after).expect(200).json();
    page.path("messages").forEach(messages::add);
    while (page.has("after")) {
      page = api().get(path + page.path("after").asLong()).expect(200).json();
      page.path("messages").forEach(messages::add);
    }
    return messages;
  }

  void closeSockets() {
    sockets.forEach(ChatSocket::close);
    sockets.clear();
  }

  @Override
  public String toString() {
    return username;
  }
}
