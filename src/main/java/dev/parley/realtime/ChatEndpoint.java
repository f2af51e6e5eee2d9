package dev.parley.realtime;

import dev.parley.platform.Settings;
import dev.parley.session.SessionService;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One socket of the protocol {@code parley.v1}. The handshake was let in by {@link SocketGate}. */
@Dependent
@ServerEndpoint(value = SocketGate.PATH, subprotocols = SocketGate.PROTOCOL)
public class ChatEndpoint {
  private static final Logger LOG = System.getLogger(ChatEndpoint.class.getName());

  @Resource ManagedExecutorService executor;
  @Inject Settings settings;
  @Inject Connections connections;
  @Inject RoomFeeds feeds;
  @Inject Wires wires;
  @Inject FrameReader reader;
  @Inject SessionService sessions;

  private Optional<Connection> connection = Optional.empty();

  @OnOpen
  public void open(Session session) throws IOException {
    session.setMaxIdleTimeout(0); // dead peers are found by the heartbeat
    if (!(session.getUserPrincipal() instanceof SocketPrincipal principal)) {
      session.close(Closing.NOT_SIGNED_IN.reason());
      return;
    }
    var fresh = new Connection(wires.of(session), principal.who(), executor, Monotonic.millis());
    connection = Optional.of(fresh);
    if (!connections.add(fresh, settings.limits().connectionsPerUser())) {
      fresh.close(Closing.TOO_MANY);
    } else if (!sessions.isLive(fresh.who())) {
      fresh.close(Closing.NOT_SIGNED_IN); // it ended between the handshake and this
    }
  }

  /** Takes frames in parts: not every server ends one that has no end. */
  @OnMessage
  public void text(String part, boolean last) {
    connection.filter(open -> !open.isClosed()).ifPresent(open -> reader.read(open, part, last));
  }

  @OnMessage
  public void binary(ByteBuffer bytes) {
    connection.ifPresent(open -> open.close(Closing.BINARY));
  }

  @OnClose
  public void close(Session session, CloseReason reason) {
    connection.ifPresent(
        gone -> {
          gone.gone();
          connections.remove(gone);
          feeds.leave(gone, gone.rooms());
        });
  }

  @OnError
  public void error(Session session, Throwable failure) {
    LOG.log(Level.DEBUG, "A socket failed.", failure);
  }
}
