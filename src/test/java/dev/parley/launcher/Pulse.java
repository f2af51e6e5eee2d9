package dev.parley.launcher;

import dev.parley.testing.ParleyServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks a server again and again whether it lives, as a container platform does. */
final class Pulse implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int NONE = 0;

  private final ParleyServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Integer> statuses = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final Future<?> asking;

  Pulse(ParleyServer server) {
    this.server = server;
    asking = clock.scheduleWithFixedDelay(this::ask, 0, 100, TimeUnit.MILLISECONDS);
  }

  /** What it answered each time; 0 where it did not within 5 s. */
  List<Integer> statuses() {
    return statuses;
  }

  private void ask() {
    var request = server.api().request("/api/health/live").timeout(PATIENCE).GET().build();
    try {
      statuses.add(http.send(request, BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      statuses.add(NONE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    asking.cancel(true);
    clock.shutdownNow();
  }
}
