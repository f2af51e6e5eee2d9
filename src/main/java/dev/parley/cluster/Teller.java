package dev.parley.cluster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/**
 * Sends what has gathered: a single hint at once when it is quiet, and all that comes within some
 * milliseconds together when it is not.
 */
final class Teller implements Runnable {
  private static final Logger LOG = System.getLogger(Teller.class.getName());

  /** Between two sends, so that a busy node sends 100 times a second and not for each message. */
  private static final long REST_MILLIS = 10;

  private final Gathering gathering;
  private final ClusterBus bus;

  /** Sends until the gathering ends. */
  Teller(Gathering gathering, ClusterBus bus) {
    this.gathering = gathering;
    this.bus = bus;
  }

  @Override
  public void run() {
    try {
      while (gathering.await()) {
        send();
        TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server ends
    }
  }

  private void send() {
    try {
      bus.send(gathering.take());
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "The regular look sees what was not told.", e);
    }
  }
}
