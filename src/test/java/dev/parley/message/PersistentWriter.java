package dev.parley.message;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends one message after the other, each until it is acknowledged, as the protocol asks. */
final class PersistentWriter {
  /** One way of sending. */
  @FunctionalInterface
  interface Way {
    /**
     * Sends a message.
     *
     * @return its seq
     * @throws UncheckedIOException if it is not known what came of it, like the next two
     * @throws CompletionException if no connection is to be had
     * @throws AssertionError if the connection was lost before the reply
     */
    long send(String cid);
  }

  private final String name;
  private final Way way;
  private final Map<String, Long> acknowledged = new LinkedHashMap<>();
  private final AtomicInteger known = new AtomicInteger();
  private int count;
  private boolean unknown; // what came of the last one

  PersistentWriter(String name, Way way) {
    this.name = name;
    this.way = way;
  }

  /** Sends the next message, or once more the one of which nothing is known. */
  synchronized void send() {
    if (!unknown) {
      count++;
    }
    String cid = name + "-" + count;
    unknown = true;
    try {
      acknowledged.put(cid, way.send(cid));
      known.incrementAndGet();
      unknown = false;
    } catch (UncheckedIOException | CompletionException | AssertionError lost) {
      // the same one again next time
    }
  }

  /** How many messages are acknowledged, also while one is being sent. */
  int acknowledged() {
    return known.get();
  }

  /** Sends until nothing is unknown, and returns the seqs by cid. */
  synchronized Map<String, Long> finish() {
    for (int tries = 0; unknown; tries++) {
      if (tries == 10) {
        throw new AssertionError(name + "-" + count + " is not to be sent");
      }
      send();
    }
    return acknowledged;
  }
}
