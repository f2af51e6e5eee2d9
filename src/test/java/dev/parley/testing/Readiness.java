package dev.parley.testing;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * What a load balancer finds out about a node.
 *
 * @param status of the answer; 0 where there is none
 * @param bus how it hears of the others; empty where it is not ready
 */
public record Readiness(int status, String bus) {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  /** Asks a node, which may be ready or not, or gone. */
  public static Readiness of(ParleyServer node) {
    try {
      var request = node.api().request("/api/health/ready").timeout(PATIENCE).build();
      var answer = CLIENT.send(request, BodyHandlers.ofString());
      boolean ready = answer.statusCode() == 200;
      String bus = ready ? Json.read(answer.body()).path("bus").asText() : "";
      return new Readiness(answer.statusCode(), bus);
    } catch (IOException none) {
      return new Readiness(0, "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether people may be sent there. */
  public boolean isReady() {
    return status == 200;
  }
}
