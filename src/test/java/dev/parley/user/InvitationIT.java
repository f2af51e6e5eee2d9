package dev.parley.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Answer;
import dev.parley.testing.Api;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.ServerOptions;
import dev.parley.testing.SetUpToken;
import dev.parley.testing.Together;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where not everyone may sign up, behind a proxy: on a server of its own. */
class InvitationIT {
  private static final String PASSWORD = "correct horse battery staple";

  @Test
  void theFirstComesByTheSetUpTokenAndOthersByInvitation() {
    var options =
        ServerOptions.defaults()
            .with("parley.registration", "invitation")
            .with("parley.proxies", "127.0.0.1, ::1");
    try (var server = ParleyServer.start(options)) {
      Api nobody = server.api();
      JsonNode door = nobody.get("/api/server").expect(200).json();
      assertThat(door.path("registration").asText()).isEqualTo("INVITATION");
      assertThat(door.path("setUp").asBoolean()).isTrue();
      signUp(nobody, null).expectProblem(403, "invitation_needed");
      signUp(nobody, "made up").expectInvalid("invitation", "unknown");

      String token = SetUpToken.in(server.log());
      List<Answer> firsts = Together.run(4, i -> signUp(nobody, token));
      assertThat(firsts.stream().filter(InvitationIT::isAdmin)).hasSize(1);
      Answer first = firsts.stream().filter(InvitationIT::isAdmin).findFirst().orElseThrow();
      assertThat(nobody.get("/api/server").json().path("setUp").asBoolean()).isFalse();

      Api admin = nobody.as(signIn(nobody, username(first), "192.0.2.1").token());
      String invitation =
          admin.post("/api/admin/invitations").expect(200).json().path("secret").asText();
      List<Answer> guests = Together.run(4, i -> signUp(nobody, invitation));
      assertThat(guests.stream().filter(guest -> guest.status() == 201)).hasSize(1);
      networksAreToldApartBehindTheProxy(nobody, username(first));
    }
  }

  /** Fifty wrong passwords of one network are enough, whatever the accounts. */
  private static void networksAreToldApartBehindTheProxy(Api nobody, String username) {
    for (int i = 0; i < 50; i++) {
      attempt(nobody, "someone" + i, "wrong", "192.0.2.66").expectProblem(401, "bad_credentials");
    }
    attempt(nobody, username, PASSWORD, "192.0.2.66").expectProblem(429, "too_many_requests");
    attempt(nobody, username, PASSWORD, "10.9.9.9, 192.0.2.66")
        .expectProblem(429, "too_many_requests");
    attempt(nobody, username, PASSWORD, "192.0.2.67").expect(200);
  }

  private record SignedIn(String token) {}

  private static SignedIn signIn(Api nobody, String username, String client) {
    JsonNode answer = attempt(nobody, username, PASSWORD, client).expect(200).json();
    return new SignedIn(answer.path("token").asText());
  }

  private static Answer attempt(Api nobody, String username, String password, String client) {
    return nobody
        .with("X-Forwarded-For", client)
        .post("/api/login", Map.of("username", username, "password", password));
  }

  private static Answer signUp(Api nobody, String invitation) {
    var body = new HashMap<String, String>();
    body.put("username", "a" + Names.unique());
    body.put("password", PASSWORD);
    if (invitation != null) {
      body.put("invitation", invitation);
    }
    return nobody.post("/api/register", body);
  }

  private static boolean isAdmin(Answer answer) {
    return answer.status() == 201 && answer.json().at("/user/role").asText().equals("ADMIN");
  }

  private static String username(Answer answer) {
    return answer.json().at("/user/username").asText();
  }
}
