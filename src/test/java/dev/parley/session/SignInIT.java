package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Answer;
import dev.parley.testing.Api;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ParleyTest
class SignInIT {
  @Test
  void theRightPasswordGivesATokenAndACookie(Api nobody, People people) {
    Person ana = people.ana();
    Answer answer = signIn(nobody, ana.username(), ana.password()).expect(200);
    JsonNode body = answer.json();
    assertThat(body.path("message").asText()).contains(ana.username());
    assertThat(body.path("expiresIn").asInt()).isEqualTo(900);
    assertThat(body.path("user").path("id").asLong()).isEqualTo(ana.id());
    String cookie = answer.header("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .startsWith("parley_refresh=")
        .contains("Path=/api/session", "HttpOnly", "SameSite=Strict", "Max-Age=2592000")
        .doesNotContain("Secure", "Domain"); // plain http here
    assertThat(answer.header("Cache-Control")).contains("no-store");
    nobody.as(body.path("token").asText()).get("/api/users/me").expect(200);
  }

  @Test
  void theNameCountsInAnyCase(Api nobody, People people) {
    Person ana = people.ana();
    signIn(nobody, ana.username().toUpperCase(Locale.ROOT), ana.password()).expect(200);
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreAnsweredTheSame(Api nobody, People people) {
    Answer wrong = signIn(nobody, people.ana().username(), "not the password");
    Answer unknown = signIn(nobody, "nobody-of-that-name", "not the password");
    wrong.expectProblem(401, "bad_credentials");
    unknown.expectProblem(401, "bad_credentials");
    assertThat(unknown.text()).isEqualTo(wrong.text());
    assertThat(unknown.headers("Set-Cookie")).isEmpty();
  }

  @Test
  void whatIsMissingIsNamedFieldByField(Api nobody) {
    JsonNode problem = nobody.post("/api/login", "{}").expectProblem(400, "invalid_input");
    assertThat(problem.path("errors").findValuesAsText("field"))
        .containsExactly("password", "username");
    nobody.post("/api/login", "null").expectProblem(400, "malformed_json");
    signIn(nobody, "ana", "x".repeat(100_000)).expectProblem(400, "invalid_input");
  }

  private static Answer signIn(Api nobody, String username, String password) {
    return nobody.post("/api/login", Map.of("username", username, "password", password));
  }
}
