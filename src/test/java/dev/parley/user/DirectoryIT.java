package dev.parley.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Api;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import dev.parley.testing.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ParleyTest
class DirectoryIT {
  @Test
  void peopleAreFoundByTheBeginningOfTheirUsername(People people) {
    Person cy = people.cy();
    JsonNode users = find(people.ana(), cy.username().toUpperCase(Locale.ROOT));
    assertThat(users).hasSize(1);
    assertThat(users.path(0).path("id").asLong()).isEqualTo(cy.id());
    assertThat(users.path(0).path("username").asText()).isEqualTo(cy.username());
    assertThat(users.path(0).path("displayName").asText()).isEqualTo(cy.username());
    assertThat(users.path(0).size()).isEqualTo(3);
  }

  @Test
  void peopleAreFoundByTheBeginningOfTheirDisplayName(People people) {
    Person newcomer = people.newcomer();
    newcomer.api().patch("/api/users/me", Map.of("displayName", "50%_" + newcomer.username()));
    assertThat(find(people.ana(), "50%_" + newcomer.username())).hasSize(1);
    assertThat(find(people.ana(), "50__" + newcomer.username())).isEmpty();
    assertThat(find(people.ana(), "%" + newcomer.username())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "' or '1'='1", "\\", "!", "\u202E", "no such name"})
  void whatNobodyIsCalledFindsNobody(String query, People people) {
    assertThat(find(people.ana(), query)).isEmpty();
  }

  @Test
  void noMoreAreGivenThanAskedFor(People people) {
    people.bo();
    Api ana = people.ana().api();
    assertThat(ana.get("/api/users?limit=1").expect(200).json().path("users")).hasSize(1);
    assertThat(ana.get("/api/users?limit=1000000000").expect(200).json().path("users").size())
        .isBetween(2, 50);
    ana.get("/api/users?limit=-1").expectProblem(400, "invalid_input");
    ana.get("/api/users?query=%00").expectProblem(400, "invalid_input");
    ana.get("/api/users?query=" + "q".repeat(101)).expectInvalid("query", "size");
    ana.get("/api/users?limit=many").expectProblem(400, "invalid_input");
  }

  @Test
  void nobodyLooksWhoIsNotSignedIn(Api nobody) {
    nobody.get("/api/users").expectProblem(401, "unauthorized");
  }

  private static JsonNode find(Person who, String query) {
    String path = "/api/users?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return who.api().get(path).expect(200).json().path("users");
  }
}
