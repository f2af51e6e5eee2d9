package dev.parley.cluster;

import io.nats.client.Connection;
import io.nats.client.Consumer;
import io.nats.client.ErrorListener;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * What the NATS client complains of, of which only little is worth a line: its messages name
 * addresses with passwords in them. Thread-safe.
 */
final class NatsTroubles implements ErrorListener {
  private final Runnable missed;
  private volatile boolean tls;

  /**
   * Complaints of one client.
   *
   * @param missed run when it could not keep up and dropped what came in
   */
  NatsTroubles(Runnable missed) {
    this.missed = missed;
  }

  /** Why it does not get through, in words for an operator. */
  String reason() {
    return tls ? "there is no trust by TLS" : "it cannot be reached";
  }

  @Override
  public void exceptionOccurred(Connection connection, Exception failure) {
    tls =
        Stream.<Throwable>iterate(failure, e -> e != null, Throwable::getCause)
            .anyMatch(SSLException.class::isInstance);
  }

  @Override
  public void slowConsumerDetected(Connection connection, Consumer consumer) {
    missed.run();
  }
}
