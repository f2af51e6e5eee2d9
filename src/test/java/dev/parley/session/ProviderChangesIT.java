package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api;
import dev.parley.testing.Eventually;
import dev.parley.testing.Keycloak;
import dev.parley.testing.SharedKeycloak;
import dev.parley.testing.SharedSignOn;
import dev.parley.testing.SignOnServer;
import dev.parley.testing.SignedInBrowser;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak changes its keys, and goes and comes back. */
@ExtendWith({SharedKeycloak.class, SharedSignOn.class})
class ProviderChangesIT {
  private static final String ME = "/api/users/me";
  private static final int PROGRAMS = 4;

  private final SignOnServer server;
  private final Keycloak keycloak;

  ProviderChangesIT(SignOnServer server) {
    this.server = server;
    this.keycloak = server.keycloak();
  }

  @Test
  void noTokenIsRefusedWhileKeycloakChangesItsKeysUnderLoad() throws Exception {
    var going = new AtomicBoolean(true);
    var asked = new AtomicInteger();
    Callable<Integer> program =
        () -> {
          int refusals = 0;
          while (going.get()) {
            Api api = server.program("dee");
            for (int i = 0; i < 5; i++) {
              refusals += api.get(ME).status() == 200 ? 0 : 1;
              asked.incrementAndGet();
            }
          }
          return refusals;
        };
    var threads = Executors.newFixedThreadPool(PROGRAMS);
    try {
      List<Future<Integer>> programs =
          IntStream.range(0, PROGRAMS).mapToObj(i -> threads.submit(program)).toList();
      for (int i = 0; i < 2; i++) {
        int before = asked.get();
        keycloak.rotateKeys();
        Eventually.holds(
            "more tokens", Duration.ofSeconds(30), () -> asked.get() > before + 10 * PROGRAMS);
      }
      going.set(false);
      for (Future<Integer> one : programs) {
        assertThat(one.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whileKeycloakIsAwayThoseInsideGoOnAndNobodyIsThrownOut() {
    SignedInBrowser browser = server.browser("dee");
    Api page = browser.api();
    Api program = server.program("dee");
    program.get(ME).expect(200);
    keycloak.stop();
    try {
      program.get(ME).expect(200);
      page.get(ME).expect(200);
      Eventually.holds(
          "Keycloak is asked", Duration.ofSeconds(20), () -> browser.refresh().status() == 503);
      browser.refresh().expectProblem(503, "provider_unavailable");
      page.get(ME).expect(200);
    } finally {
      keycloak.startAgain();
    }
    browser.refresh().expect(200);
    server.browser("dee").refresh().expect(200);
  }
}
