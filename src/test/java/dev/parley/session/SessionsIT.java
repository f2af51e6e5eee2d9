package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Answer;
import dev.parley.testing.Api;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ParleyTest
class SessionsIT {
  private static final String ME = "/api/users/me";

  @Test
  void whoSignsOutIsOutAtOnceOnThisDeviceOnly(Api nobody, People people) {
    var browser = new Cookies(nobody);
    Person ana = people.newcomer();
    Answer here = browser.signIn(ana);
    Api signedIn = nobody.as(Cookies.token(here));
    Answer out = signedIn.post("/api/logout").expect(204);
    assertThat(out.header("Set-Cookie").orElseThrow())
        .startsWith("parley_refresh=")
        .contains("Max-Age=0", "Path=/api/session");
    signedIn.get(ME).expectProblem(401, "unauthorized");
    signedIn.post("/api/logout").expectProblem(401, "unauthorized");
    browser.refresh(Cookies.of(here)).expectProblem(401, "unauthorized");
    ana.api().get(ME).expect(200);
  }

  @Test
  void devicesAreListedAndEnded(People people) {
    Person ana = people.newcomer();
    Person phone = ana.onAnotherDevice();
    JsonNode sessions = ana.api().get("/api/sessions").expect(200).json().path("sessions");
    assertThat(sessions).hasSize(2);
    assertThat(sessions.path(0).path("current").asBoolean()).isFalse();
    assertThat(sessions.path(1).path("current").asBoolean()).isTrue();
    assertThat(sessions.path(1).path("userAgent").asText()).startsWith("Java");
    long other = sessions.path(0).path("id").asLong();
    people.bo().api().delete("/api/sessions/" + other).expectProblem(404, "not_found");
    phone.api().get(ME).expect(200);
    ana.api().delete("/api/sessions/" + other).expect(204);
    phone.api().get(ME).expectProblem(401, "unauthorized");
    ana.api().delete("/api/sessions/" + other).expectProblem(404, "not_found");
    ana.api().delete("/api/sessions/x").expectProblem(404, "not_found");
  }

  @Test
  void allOtherDevicesAreEndedTogether(People people) {
    Person ana = people.newcomer();
    Person phone = ana.onAnotherDevice();
    Person tablet = ana.onAnotherDevice();
    ana.api().delete("/api/sessions").expect(204);
    phone.api().get(ME).expectProblem(401, "unauthorized");
    tablet.api().get(ME).expectProblem(401, "unauthorized");
    assertThat(ana.api().get("/api/sessions").expect(200).json().path("sessions")).hasSize(1);
  }

  @Test
  void aNewPasswordEndsTheOtherDevices(Api nobody, People people) {
    Person ana = people.newcomer();
    Person phone = ana.onAnotherDevice();
    var change = Map.of("currentPassword", ana.password(), "newPassword", "violin octopus 77 tea");
    ana.api().put(ME + "/password", change).expect(204);
    ana.api().get(ME).expect(200);
    phone.api().get(ME).expectProblem(401, "unauthorized");
    var old = Map.of("username", ana.username(), "password", ana.password());
    nobody.post("/api/login", old).expectProblem(401, "bad_credentials");
  }

  @ParameterizedTest
  @CsvSource({
    "not the password, violin octopus 77 tea, currentPassword, wrong",
    ", password, newPassword, weak"
  })
  void aPasswordChangeThatWillNotDoChangesNothing(
      String current, String wanted, String field, String code, People people) {
    Person ana = people.newcomer();
    var change =
        Map.of(
            "currentPassword", current == null ? ana.password() : current, "newPassword", wanted);
    JsonNode problem = ana.api().put(ME + "/password", change).expectProblem(400, "invalid_input");
    assertThat(problem.path("errors").path(0).path("field").asText()).isEqualTo(field);
    assertThat(problem.path("errors").path(0).path("code").asText()).isEqualTo(code);
    ana.onAnotherDevice();
  }

  @Test
  void aProfileIsShownAndRenamed(People people) {
    Person ana = people.newcomer();
    JsonNode me = ana.api().get(ME).expect(200).json();
    assertThat(me.path("id").asLong()).isEqualTo(ana.id());
    JsonNode renamed = ana.api().patch(ME, Map.of("displayName", "Ana Ruiz")).expect(200).json();
    assertThat(renamed.path("displayName").asText()).isEqualTo("Ana Ruiz");
    assertThat(ana.api().get(ME).json()).isEqualTo(renamed);
    ana.api().patch(ME, Map.of("displayName", "\u202E")).expectProblem(400, "invalid_input");
    ana.api().patch(ME, "{}").expectProblem(400, "invalid_input");
  }

  @Test
  void aTicketIsForWhoIsSignedIn(Api nobody, People people) {
    JsonNode ticket = people.ana().api().post("/api/realtime/tickets").expect(200).json();
    assertThat(ticket.path("ticket").asText()).hasSize(43);
    assertThat(ticket.path("expiresIn").asInt()).isEqualTo(30);
    nobody.post("/api/realtime/tickets").expectProblem(401, "unauthorized");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/users/me", "PATCH, /api/users/me", "PUT, /api/users/me/password",
    "GET, /api/sessions", "DELETE, /api/sessions/1", "POST, /api/logout"
  })
  void nobodyGetsInWithoutAToken(String method, String path, Api nobody) {
    var request = nobody.request(path).header("Content-Type", "application/json");
    Answer refused = nobody.send(request.method(method, HttpRequest.BodyPublishers.noBody()));
    refused.expectProblem(401, "unauthorized");
    assertThat(refused.header("WWW-Authenticate")).contains("Bearer");
  }
}
