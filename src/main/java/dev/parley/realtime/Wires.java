package dev.parley.realtime;

import dev.parley.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** Chooses how sockets are written to. */
@ApplicationScoped
public class Wires {
  private static final Logger LOG = System.getLogger(Wires.class.getName());

  private final AtomicBoolean tyrusIsStrange = new AtomicBoolean();
  @Inject Settings settings;

  /** The server's own faster way where there is one that Parley knows, or else the standard one. */
  Wire of(Session session) {
    var standard = new SocketWire(session);
    boolean isTyrus = session.getClass().getName().startsWith("org.glassfish.tyrus.");
    if (!isTyrus
        || settings.standardSockets()
        || tyrusIsStrange.get()
        || !session.getNegotiatedExtensions().isEmpty()) { // which may change what goes out
      return standard;
    }
    try {
      return TyrusWire.of(session, standard);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      if (tyrusIsStrange.compareAndSet(false, true)) {
        LOG.log(Level.INFO, "Sockets are written to by the standard API: " + e.getMessage());
      }
      return standard;
    }
  }
}
