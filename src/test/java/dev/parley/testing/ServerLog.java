package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

/** What a server prints, line by line. */
final class ServerLog {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final StringBuilder text = new StringBuilder();

  synchronized void add(String line) {
    text.append(line).append('\n');
    notifyAll();
  }

  /** Waits until there is a line with this text after so many characters, and returns the rest. */
  synchronized String await(String wanted, int start) {
    Instant deadline = Instant.now().plus(PATIENCE);
    try {
      while (text.indexOf(wanted, start) < 0 && Instant.now().isBefore(deadline)) {
        wait(Math.max(1, Duration.between(Instant.now(), deadline).toMillis()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String rest = text.substring(start);
    assertThat(rest).as("the server's log").contains(wanted);
    return rest;
  }

  @Override
  public synchronized String toString() {
    return text.toString();
  }
}
