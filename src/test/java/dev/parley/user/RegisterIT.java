package dev.parley.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Answer;
import dev.parley.testing.Api;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.Together;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParleyTest
class RegisterIT {
  private static final String PATH = "/api/register";
  private static final String PASSWORD = "correct horse battery staple";

  @Test
  void someoneNewIsWelcome(Api nobody) {
    String name = "Ana" + Names.unique();
    JsonNode answer = register(nobody, name).expect(201).json();
    assertThat(answer.path("message").asText()).contains(name);
    JsonNode user = answer.path("user");
    assertThat(user.path("id").asLong()).isPositive();
    assertThat(user.path("username").asText()).isEqualTo(name);
    assertThat(user.path("displayName").asText()).isEqualTo(name);
    assertThat(user.path("role").asText()).isEqualTo("USER");
    assertThat(Instant.parse(user.path("createdAt").asText()))
        .isBefore(Instant.now().plusSeconds(5));
    assertThat(user.size()).isEqualTo(5);
  }

  @Test
  void theDisplayNameMayBeAnother(Api nobody) {
    var body =
        Map.of("username", "a" + Names.unique(), "password", PASSWORD, "displayName", " Ana 🌻 ");
    JsonNode user = nobody.post(PATH, body).expect(201).json().path("user");
    assertThat(user.path("displayName").asText()).isEqualTo("Ana 🌻");
  }

  @Test
  void nobodyMakesThemselvesAnAdministrator(Api nobody) {
    var body =
        Map.of("username", "a" + Names.unique(), "password", PASSWORD, "role", "ADMIN", "id", 1);
    JsonNode user = nobody.post(PATH, body).expect(201).json().path("user");
    assertThat(user.path("role").asText()).isEqualTo("USER");
    assertThat(user.path("id").asLong()).isNotEqualTo(1);
  }

  @Test
  void aNameInAnotherCaseOrFormIsTaken(Api nobody) {
    String name = "ali" + Names.unique();
    register(nobody, name).expect(201);
    for (String other :
        List.of(
            name,
            name.toUpperCase(Locale.ROOT),
            name.replace('i', 'l'),
            "\uFF41" + name.substring(1))) {
      register(nobody, other).expectProblem(409, "username_taken");
    }
  }

  @Test
  void ofFiftyAtOnceOneGetsTheName(Api nobody) {
    String name = "a" + Names.unique();
    List<Integer> statuses = Together.run(50, i -> register(nobody, name).status());
    assertThat(statuses).hasSize(50).containsOnly(201, 409);
    assertThat(statuses).containsOnlyOnce(201);
  }

  @ParameterizedTest
  @CsvSource({
    "a, size",
    "admin, reserved",
    "ADM1N, reserved",
    "'an a', characters",
    "'x\u202Eana', characters",
    "'an\u200Ba', characters",
    "'\u0430n\u0430', characters"
  })
  void aNameThatWillNotDoIsRefusedWithTheReason(String name, String code, Api nobody) {
    JsonNode error = error(register(nobody, name));
    assertThat(error.path("field").asText()).isEqualTo("username");
    assertThat(error.path("code").asText()).isEqualTo(code);
    assertThat(error.path("message").asText()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({"short1!, size", "password, weak", "qwertyuiop, weak", "aaaaaaaaaaaaaaaa, weak"})
  void aPasswordThatWillNotDoIsRefusedWithTheReason(String password, String code, Api nobody) {
    var body = Map.of("username", "a" + Names.unique(), "password", password);
    JsonNode error = error(nobody.post(PATH, body));
    assertThat(error.path("field").asText()).isEqualTo("password");
    assertThat(error.path("code").asText()).isEqualTo(code);
  }

  @Test
  void aPasswordOfNearlyAMegabyteIsRefusedUnhashed(Api nobody) {
    var body = Map.of("username", "a" + Names.unique(), "password", "x".repeat(1_000_000));
    assertThat(error(nobody.post(PATH, body)).path("code").asText()).isEqualTo("size");
  }

  @Test
  void whatIsMissingIsNamedFieldByField(Api nobody) {
    JsonNode problem = nobody.post(PATH, "{}").expectProblem(400, "invalid_input");
    assertThat(problem.path("errors").findValuesAsText("field"))
        .containsExactly("password", "username");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "no JSON", "{\"username\":1}", "{\"username\":\"a\",\"username\":\"b\"}"})
  void whatIsNotSuchJsonIsRefused(String body, Api nobody) {
    nobody.post(PATH, body).expectProblem(400, "malformed_json");
  }

  @Test
  void noLogHoldsAPassword(Api nobody, ParleyServer server) {
    String password = "violin " + Names.unique() + " octopus";
    var body = Map.of("username", "a" + Names.unique(), "password", password);
    nobody.post(PATH, body).expect(201);
    nobody.post("/api/login", body).expect(200);
    nobody.post(PATH, Map.of("username", "a", "password", password)).expect(400);
    assertThat(server.log()).doesNotContain(password);
  }

  private static Answer register(Api nobody, String name) {
    return nobody.post(PATH, Map.of("username", name, "password", PASSWORD));
  }

  private static JsonNode error(Answer answer) {
    return answer.expectProblem(400, "invalid_input").path("errors").path(0);
  }
}
