package dev.parley.realtime;

import dev.parley.realtime.ServerFrames.ByeFrame;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tells everyone that the server goes down and when to come back, each after another while, so that
 * they do not come all at once.
 *
 * <p>A server that is stopped closes its sockets before it ends its applications. So this runs when
 * the process is told to end, too, and not only when the application is.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Farewell {
  private static final Logger LOG = System.getLogger(Farewell.class.getName());
  private static final long SOONEST_MS = 500;
  private static final long LATEST_MS = 3_500;

  @Inject Connections connections;

  private final Thread atShutdown = new Thread(this::sayGoodBye, "parley-farewell");

  @PostConstruct
  void listen() {
    Runtime.getRuntime().addShutdownHook(atShutdown);
  }

  @PreDestroy
  void stop() {
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
      sayGoodBye();
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "The process ends, and good-bye was said.", e);
    }
  }

  private void sayGoodBye() {
    for (Connection connection : connections.all()) {
      long wait = ThreadLocalRandom.current().nextLong(SOONEST_MS, LATEST_MS);
      connection.sayLast(new ByeFrame("bye", wait), Closing.RESTARTING);
    }
  }
}
