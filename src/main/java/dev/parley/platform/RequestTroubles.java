package dev.parley.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One line for each request, over HTTP or on a socket, that failed on our side or took longer than
 * {@code parley.log.slow}: which, what came of it, and after how long. While a database is away
 * everyone fails: after ten lines there is one every three seconds, which tells how many others
 * there were. Thread-safe.
 */
@ApplicationScoped
public class RequestTroubles {
  private static final Logger LOG = System.getLogger(RequestTroubles.class.getName());
  private static final int FAILURE = 500;
  private static final int AT_ONCE = 10; // lines, of what failed and of what was slow
  private static final Duration PERIOD = Duration.ofSeconds(30); // in which there are as many again

  private final RateLimit lines = RateLimit.per(PERIOD, AT_ONCE);
  private final AtomicLong others = new AtomicLong();

  Duration slow = Duration.ZERO;

  @Inject
  void configure(Settings settings) {
    slow = settings.slow();
  }

  /** Whether something that took so long is worth a line. */
  public boolean isSlow(Duration took) {
    return !slow.isZero() && took.compareTo(slow) > 0;
  }

  /**
   * Tells of a request if it failed or was slow.
   *
   * @param what names it without anything that a person wrote or keeps secret
   * @param status the HTTP status that it was answered with, or would have been
   */
  public void note(String what, int status, Duration took) {
    if (status < FAILURE && !isSlow(took)) {
      return;
    }
    if (!lines.tryTake(status < FAILURE)) {
      others.incrementAndGet();
      return;
    }
    long unsaid = others.getAndSet(0);
    LOG.log(
        Level.WARNING,
        "%s: %d after %d ms%s"
            .formatted(
                what, status, took.toMillis(), unsaid == 0 ? "" : ", and " + unsaid + " others"));
  }
}
