package dev.parley.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.room.NewRoom;
import dev.parley.room.RoomService;
import dev.parley.session.SessionService;
import dev.parley.session.TicketService;
import dev.parley.user.Registration;
import dev.parley.user.UserService;
import dev.parley.user.UserView;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.UserTransaction;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is committed behind the server's back, as another node does it, is told all the same. */
@ExtendWith(ArquillianExtension.class)
class RegularLookIT {
  private static final long SOON_MS = 2_000; // two looks, and a busy machine

  @Deployment
  static WebArchive war() {
    return BuiltWar.with(RegularLookIT.class, Hearing.class, BuiltWar.class);
  }

  @Inject UserService users;
  @Inject RoomService rooms;
  @Inject SessionService sessions;
  @Inject TicketService tickets;
  @Inject HttpServletRequest request;
  @Resource UserTransaction transaction;

  @Resource(lookup = "jdbc/parley")
  DataSource database;

  private final Hearing hearing = new Hearing();
  private UserView ana;
  private long session;
  private long room;
  private final List<WebSocket> sockets = new ArrayList<>();

  /** What a socket hears. */
  static final class Hearing implements WebSocket.Listener {
    private final LinkedBlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        // who is here comes when it comes
        Stream.of(text.toString().split("\n"))
            .filter(frame -> !frame.contains("\"ev\":\"presence\""))
            .forEach(frames::add);
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      frames.add("closed " + code);
      return null;
    }

    String next(long millis) throws InterruptedException {
      String frame = frames.poll(millis, TimeUnit.MILLISECONDS);
      return frame == null ? "nothing" : frame;
    }
  }

  @BeforeEach
  void listenInARoom() throws Exception {
    ana = register();
    session = sessions.open(ana, "a test").sessionId();
    room = rooms.create(ana.id(), new NewRoom("room " + unique(), null, null, List.of())).id();
    listen(session, hearing);
  }

  @AfterEach
  void hangUp() {
    sockets.forEach(WebSocket::abort);
  }

  @Test
  void aMessageIsHeard() throws Exception {
    committed(
        "update rooms set last_seq = last_seq + 1, last_rev = last_rev + 1 where id = " + room,
        "insert into messages (room_id, seq, rev, author_id, client_id, body, created_at)"
            + " select id, last_seq, last_rev, "
            + ana.id()
            + ", 'c-1', 'behind the back', current_timestamp from rooms where id = "
            + room);
    assertThat(hearing.next(SOON_MS)).contains("\"ev\":\"message\"", "behind the back");
  }

  @Test
  void aRoomThatSomeoneWasAddedToIsHeardFromThenOn() throws Exception {
    var second = new Hearing();
    listen(session, second);
    UserView bo = register();
    long other = rooms.create(bo.id(), new NewRoom("room " + unique(), null, null, List.of())).id();
    committed(
        "update rooms set last_rev = last_rev + 1 where id = " + other,
        "insert into memberships (room_id, user_id, role, joined_at, rev) select id, "
            + ana.id()
            + ", 'MEMBER', current_timestamp, last_rev from rooms where id = "
            + other,
        "update users set last_rev = last_rev + 1 where id = " + ana.id());
    assertThat(hearing.next(SOON_MS)).contains("\"ev\":\"rooms\"", "\"id\":" + other);
    assertThat(second.next(SOON_MS)).contains("\"ev\":\"rooms\"", "\"id\":" + other);
    committed(
        "update rooms set last_rev = last_rev + 1, meta_rev = last_rev + 1 where id = " + other);
    assertThat(hearing.next(SOON_MS)).contains("\"ev\":\"room\"", "\"room\":" + other);
    assertThat(second.next(SOON_MS)).contains("\"ev\":\"room\"", "\"room\":" + other);
  }

  /** The first of them to be looked at opens the room for both. */
  @Test
  void aRoomThatTwoWereAddedToIsHeardByBoth() throws Exception {
    UserView cy = register();
    var second = new Hearing();
    listen(sessions.open(cy, "a test").sessionId(), second);
    UserView bo = register();
    long other = rooms.create(bo.id(), new NewRoom("room " + unique(), null, null, List.of())).id();
    var added = new ArrayList<String>();
    for (UserView user : List.of(ana, cy)) {
      added.add("update rooms set last_rev = last_rev + 1 where id = " + other);
      added.add(
          "insert into memberships (room_id, user_id, role, joined_at, rev) select id, "
              + user.id()
              + ", 'MEMBER', current_timestamp, last_rev from rooms where id = "
              + other);
      added.add("update users set last_rev = last_rev + 1 where id = " + user.id());
    }
    committed(added.toArray(String[]::new));
    for (Hearing ear : List.of(hearing, second)) {
      assertThat(ear.next(SOON_MS)).contains("\"ev\":\"rooms\"", "\"id\":" + other);
    }
    committed(
        "update rooms set last_rev = last_rev + 1, meta_rev = last_rev + 1 where id = " + other);
    for (Hearing ear : List.of(hearing, second)) {
      assertThat(ear.next(SOON_MS)).contains("\"ev\":\"room\"", "\"room\":" + other);
    }
  }

  @Test
  void whoeverWasRemovedHearsNoMore() throws Exception {
    committed(
        "update rooms set last_rev = last_rev + 1 where id = " + room,
        "update memberships set left_at = current_timestamp, rev ="
            + " (select last_rev from rooms where id = room_id) where room_id = "
            + room,
        "update users set last_rev = last_rev + 1 where id = " + ana.id());
    assertThat(hearing.next(SOON_MS)).contains("\"ev\":\"rooms\"", "\"gone\":[" + room + "]");
    committed(
        "update rooms set last_rev = last_rev + 1, meta_rev = last_rev + 1 where id = " + room);
    assertThat(hearing.next(SOON_MS)).isEqualTo("nothing");
  }

  @Test
  void aSessionThatEndedIsClosed() throws Exception {
    committed(
        "update users set last_rev = last_rev + 1 where id = " + ana.id(),
        "update sessions set revoked_at = current_timestamp where id = " + session);
    assertThat(hearing.next(SOON_MS)).isEqualTo("closed 4401");
  }

  private void listen(long session, Hearing ear) throws InterruptedException {
    String here = request.getServerName() + ":" + request.getServerPort();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Origin", "http://" + here)
            .subprotocols(
                "parley.v1",
                "ticket." + tickets.issue(sessions.live(session).orElseThrow()).ticket())
            .buildAsync(URI.create("ws://" + here + request.getContextPath() + "/realtime"), ear)
            .join();
    sockets.add(socket);
    socket.sendText("{\"op\":\"hello\",\"id\":1}", true).join();
    assertThat(ear.next(10_000)).startsWith("{\"re\":1,\"ok\"");
  }

  private void committed(String... statements) throws Exception {
    transaction.begin();
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
      }
      transaction.commit();
    } catch (SQLException | AssertionError e) {
      transaction.rollback();
      throw e;
    }
  }

  private UserView register() {
    return users.register(
        Registration.of("p" + unique(), "correct horse " + unique(), null).hashed());
  }

  private static String unique() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}
