package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Answer;
import dev.parley.testing.Api;
import dev.parley.testing.ChatSocket;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What administrators do to accounts, and nobody else. */
@ParleyTest
class AdministrationIT {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final People people;
  private final Api nobody;
  private final Api admin;

  AdministrationIT(People people, Api nobody) {
    this.people = people;
    this.nobody = nobody;
    this.admin = people.admin().api();
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "users/1", "users/1/sessions", "audit"})
  void nobodyElseSeesTheAdministration(String path) {
    people.ana().api().get("/api/admin/" + path).expectProblem(403, "forbidden");
    nobody.get("/api/admin/" + path).expectProblem(401, "unauthorized");
    admin.get("/api/admin/" + path).expect(200);
  }

  @Test
  void theSetUpTokenIsGoodOnce() {
    assertThat(nobody.get("/api/server").expect(200).json().path("setUp").asBoolean()).isFalse();
    Api other = people.newcomer().api();
    other.post("/api/set-up", Map.of("setUpToken", "x")).expectInvalid("setUpToken", "wrong");
    other
        .post("/api/set-up", Map.of("setUpToken", people.setUpToken()))
        .expectInvalid("setUpToken", "wrong");
    assertThat(other.get("/api/users/me").json().path("role").asText()).isEqualTo("USER");
  }

  @Test
  void whoIsDisabledIsOutWithinASecondAndComesBackOnlyAnew() {
    Person one = people.newcomer();
    Api before = one.api();
    try (ChatSocket socket = one.online()) {
      JsonNode account = change(one, Map.of("disabled", true));
      assertThat(account.path("disabledAt").isMissingNode()).isFalse();
      assertThat(socket.awaitClose(SOON)).isEqualTo(4401);
    }
    before.get("/api/users/me").expectProblem(401, "unauthorized");
    signIn(one.username(), one.password(), 401);
    assertThat(change(one, Map.of("disabled", false)).path("disabledAt").isMissingNode()).isTrue();
    before.get("/api/users/me").expectProblem(401, "unauthorized");
    signIn(one.username(), one.password(), 200);
    assertThat(actsOn(one)).containsExactly("USER_ENABLED", "USER_DISABLED");
  }

  @Test
  void aRoleCountsAtOnceWhateverTheTokenSays() {
    Person one = people.newcomer();
    Api api = one.api();
    change(one, Map.of("role", "ADMIN"));
    api.get("/api/admin/audit").expect(200);
    change(one, Map.of("role", "USER"));
    api.get("/api/admin/audit").expectProblem(403, "forbidden");
    change(one, Map.of("role", "USER"));
    assertThat(actsOn(one)).containsExactly("ROLE_CHANGED", "ROLE_CHANGED");
  }

  @Test
  void anAdministratorSeesSomeonesSessionsAndEndsThem() {
    Person one = people.newcomer();
    Api api = one.api();
    Api other = one.onAnotherDevice().api();
    String path = "/api/admin/users/" + one.id() + "/sessions";
    assertThat(admin.get(path).expect(200).json().path("sessions")).hasSize(2);
    try (ChatSocket socket = one.online()) {
      admin.delete(path).expect(204);
      assertThat(socket.awaitClose(SOON)).isEqualTo(4401);
    }
    api.get("/api/users/me").expectProblem(401, "unauthorized");
    other.get("/api/users/me").expectProblem(401, "unauthorized");
    assertThat(actsOn(one)).containsExactly("SESSIONS_ENDED");
  }

  @Test
  void aLinkForANewPasswordIsGoodOnce() {
    Person one = people.newcomer();
    Api api = one.api();
    String link = "/api/admin/users/" + one.id() + "/password-link";
    String replaced = admin.post(link).expect(200).json().path("secret").asText();
    String secret = admin.post(link).expect(200).json().path("secret").asText();
    String password = "another horse " + Names.unique();
    reset(replaced, password).expectInvalid("secret", "unknown");
    reset(secret, "password").expectProblem(400, "invalid_input");
    reset(secret, password).expect(204);
    reset(secret, password).expectInvalid("secret", "unknown");
    api.get("/api/users/me").expectProblem(401, "unauthorized");
    signIn(one.username(), one.password(), 401);
    signIn(one.username(), password, 200);
    assertThat(actsOn(one))
        .containsExactly("PASSWORD_RESET", "PASSWORD_LINK_MADE", "PASSWORD_LINK_MADE");
  }

  @Test
  void aLinkForANewPasswordEndsWithTheOldOne() {
    Person one = people.newcomer();
    String link = "/api/admin/users/" + one.id() + "/password-link";
    String secret = admin.post(link).expect(200).json().path("secret").asText();
    var change =
        Map.of(
            "currentPassword", one.password(), "newPassword", "violin octopus " + Names.unique());
    one.api().put("/api/users/me/password", change).expect(204);
    reset(secret, "another horse " + Names.unique()).expectInvalid("secret", "unknown");
  }

  @Test
  void theTrailNamesThemAndIsReadPageByPage() {
    Person one = people.newcomer();
    change(one, Map.of("role", "ADMIN"));
    change(one, Map.of("role", "USER"));
    change(one, Map.of("disabled", true));
    var actions = new ArrayList<String>();
    String path = "/api/admin/audit?limit=1&user=" + one.id();
    JsonNode page = admin.get(path).expect(200).json();
    while (page.has("next")) {
      actions.add(page.at("/entries/0/action").asText());
      page = admin.get(path + "&cursor=" + page.path("next").asText()).expect(200).json();
    }
    JsonNode first = page.at("/entries/0");
    assertThat(actions).containsExactly("USER_DISABLED", "ROLE_CHANGED");
    assertThat(first.path("action").asText()).isEqualTo("ROLE_CHANGED");
    assertThat(first.path("detail").asText()).isEqualTo("admin");
    assertThat(first.at("/actor/id").asLong()).isEqualTo(people.admin().id());
    assertThat(first.at("/subject/name").asText()).isEqualTo(one.username());
    assertThat(first.path("network").asText()).isNotEmpty();
    assertThat(admin.get(path + "&action=role_changed").json().path("entries")).hasSize(1);
    admin.get("/api/admin/audit?action=x").expectInvalid("action", "unknown");
    admin.get("/api/admin/audit?cursor=x").expectInvalid("cursor", "unknown");
    admin.get("/api/admin/audit?user=x").expectInvalid("user", "range");
  }

  @Test
  void accountsAreListedPageByPage() {
    String prefix = "q" + Names.unique();
    for (String username : List.of(prefix + "a", prefix + "b", prefix + "c")) {
      nobody
          .post("/api/register", Map.of("username", username, "password", "horse " + prefix))
          .expect(201);
    }
    String path = "/api/admin/users?limit=2&query=" + prefix;
    JsonNode page = admin.get(path).expect(200).json();
    JsonNode next = admin.get(path + "&cursor=" + page.path("next").asText()).expect(200).json();
    assertThat(page.path("users").findValuesAsText("username"))
        .containsExactly(prefix + "a", prefix + "b");
    assertThat(next.path("users").findValuesAsText("username")).containsExactly(prefix + "c");
    assertThat(next.has("next")).isFalse();
  }

  @Test
  void whoIsNotThereIsNotFound() {
    String path = "/api/admin/users/999999999";
    admin.get(path).expectProblem(404, "not_found");
    admin.patch(path, Map.of("disabled", true)).expectProblem(404, "not_found");
    admin.get(path + "/sessions").expectProblem(404, "not_found");
    admin.delete(path + "/sessions").expectProblem(404, "not_found");
    admin.post(path + "/password-link").expectProblem(404, "not_found");
  }

  private JsonNode change(Person person, Map<String, ?> change) {
    return admin.patch("/api/admin/users/" + person.id(), change).expect(200).json();
  }

  private List<String> actsOn(Person person) {
    JsonNode page = admin.get("/api/admin/audit?user=" + person.id()).expect(200).json();
    return page.path("entries").findValuesAsText("action");
  }

  private Answer reset(String secret, String password) {
    return nobody.post("/api/password-reset", Map.of("secret", secret, "newPassword", password));
  }

  private void signIn(String username, String password, int status) {
    nobody.post("/api/login", Map.of("username", username, "password", password)).expect(status);
  }
}
