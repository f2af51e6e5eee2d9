package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Answer;
import dev.parley.testing.Api;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.ServerOptions;
import dev.parley.testing.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a server holds back as it comes, and what it remembers over a restart: on one of its own.
 */
class SignInLimitsIT {
  private static final String PASSWORD = "correct horse battery staple";

  @Test
  void guessesAndCrowdsAreHeldBackAndSignedOutStaysSignedOut() {
    try (var server = ParleyServer.start(ServerOptions.defaults())) {
      Api nobody = server.api();
      String ana = register(nobody).expect(201).json().path("user").path("username").asText();
      String live = token(nobody, ana);
      String ended = token(nobody, ana);
      nobody.as(ended).post("/api/logout").expect(204);

      List<Answer> guesses = Together.run(60, i -> signIn(nobody, ana, "wrong " + Names.unique()));
      assertThat(guesses).filteredOn(answer -> answer.status() == 401).hasSize(5);
      assertThat(guesses).filteredOn(answer -> answer.status() == 429).hasSize(55);
      Answer right = signIn(nobody, ana, PASSWORD);
      right.expectProblem(429, "too_many_requests");
      assertThat(Integer.parseInt(right.header("Retry-After").orElseThrow())).isBetween(30, 60);
      nobody.as(live).get("/api/users/me").expect(200);

      List<Answer> newcomers = Together.run(25, i -> register(nobody));
      assertThat(newcomers).filteredOn(answer -> answer.status() == 201).hasSize(19);
      newcomers.stream()
          .filter(answer -> answer.status() != 201)
          .forEach(answer -> answer.expectProblem(429, "too_many_requests"));

      server.stop();
      server.startAgain();
      nobody.as(live).get("/api/users/me").expect(200);
      nobody.as(ended).get("/api/users/me").expectProblem(401, "unauthorized");
      signIn(nobody, ana, PASSWORD).expectProblem(429, "too_many_requests");
    }
  }

  private static Answer register(Api nobody) {
    var body = Map.of("username", "a" + Names.unique(), "password", PASSWORD);
    return nobody.post("/api/register", body);
  }

  private static Answer signIn(Api nobody, String username, String password) {
    return nobody.post("/api/login", Map.of("username", username, "password", password));
  }

  private static String token(Api nobody, String username) {
    return Cookies.token(signIn(nobody, username, PASSWORD).expect(200));
  }
}
