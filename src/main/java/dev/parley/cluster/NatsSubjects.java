package dev.parley.cluster;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import java.time.Duration;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The subjects on NATS, and those that this node subscribes to. Thread-safe. */
final class NatsSubjects {
  private static final Duration ANSWER = Duration.ofSeconds(2);

  /** What waits to be heard at most; above that it is lost, and the client says so. */
  private static final long PENDING = 2L * Gathering.MOST;

  private static final long PENDING_BYTES = 8 << 20;

  private final String rooms;
  private final String people;
  private final Set<Long> followed = new HashSet<>();
  private Consumer<byte[]> heard = message -> {};
  private @Nullable Dispatcher dispatcher;

  NatsSubjects(String prefix) {
    rooms = prefix + ".room.";
    people = prefix + ".person";
  }

  /** Where a hint is published. */
  String of(Hint hint) {
    OptionalLong room = Note.of(hint).room();
    return room.isPresent() ? rooms + room.getAsLong() : people;
  }

  /** Says who is given what comes in. */
  synchronized void onMessage(Consumer<byte[]> hears) {
    heard = hears;
  }

  /** Subscribes to a room's, now and on every later connection. */
  synchronized void follow(long roomId) {
    if (followed.add(roomId) && dispatcher != null && dispatcher.isActive()) {
      dispatcher.subscribe(rooms + roomId);
    }
  }

  synchronized void leave(long roomId) {
    if (followed.remove(roomId) && dispatcher != null && dispatcher.isActive()) {
      dispatcher.unsubscribe(rooms + roomId);
    }
  }

  /** Subscribes to all that are followed on a new connection, and waits for the server to know. */
  void subscribe(Connection connection) throws InterruptedException {
    subscribeAll(connection);
    try {
      connection.flush(ANSWER);
    } catch (TimeoutException e) {
      // the client pings as well, and finds the server dead
    }
  }

  private synchronized void subscribeAll(Connection connection) {
    Consumer<byte[]> hears = heard;
    Dispatcher all = connection.createDispatcher(message -> hears.accept(message.getData()));
    all.setPendingLimits(PENDING, PENDING_BYTES);
    all.subscribe(people);
    followed.forEach(roomId -> all.subscribe(rooms + roomId));
    dispatcher = all;
  }
}
