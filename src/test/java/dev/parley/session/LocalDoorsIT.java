package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Answer;
import dev.parley.testing.Api;
import dev.parley.testing.Names;
import dev.parley.testing.PlainProvider;
import dev.parley.testing.ProviderTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shut where an identity provider signs people in. */
@ProviderTest
class LocalDoorsIT {
  private Api nobody;
  private Api ana;
  private Api admin;

  @BeforeEach
  void open(PlainProvider provider, Api api) {
    nobody = api;
    ana = api.as(provider.accessToken("ana" + Names.unique(), of -> of));
    admin =
        api.as(
            provider.accessToken(
                "root" + Names.unique(), of -> of.claim("groups", List.of(PlainProvider.ADMINS))));
  }

  @ParameterizedTest
  @CsvSource({"/api/register", "/api/login", "/api/password-reset"})
  void theDoorsOfLocalAccountsAreShut(String path) {
    for (String body : List.of("{}", "{\"username\":\"ana\",\"password\":\"correct horse\"}")) {
      send(nobody, "POST", path, body).expectProblem(403, "single_sign_on");
      send(ana, "POST", path, body).expectProblem(403, "single_sign_on");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH, /api/users/me",
    "PUT, /api/users/me/password",
    "POST, /api/admin/invitations",
    "POST, /api/admin/users/1/password-link"
  })
  void whoHasToBeSignedInIsToldThatFirst(String method, String path) {
    send(nobody, method, path, "{}").expectProblem(401, "unauthorized");
    send(nobody.as("x.y.z"), method, path, "{}").expectProblem(401, "unauthorized");
    String code = path.contains("admin") ? "forbidden" : "single_sign_on";
    send(ana, method, path, "{}").expectProblem(403, code);
    send(admin, method, path, "{}").expectProblem(403, "single_sign_on");
  }

  @Test
  void aProfileStaysAsTheProviderHasIt() {
    JsonNode before = ana.get("/api/users/me").expect(200).json();
    send(ana, "PATCH", "/api/users/me", "{\"displayName\":\"Root\"}")
        .expectProblem(403, "single_sign_on");
    assertThat(ana.get("/api/users/me").expect(200).json()).isEqualTo(before);
  }

  @Test
  void theServerTellsTheWayIn() {
    JsonNode door = nobody.get("/api/server").expect(200).json();
    assertThat(door.path("registration").asText()).isEqualToIgnoringCase("closed");
    assertThat(door.toString()).doesNotContain(PlainProvider.SECRET);
  }

  private static Answer send(Api who, String method, String path, String body) {
    return who.send(
        who.request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }
}
