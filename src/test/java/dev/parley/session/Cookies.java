package dev.parley.session;

import dev.parley.testing.Answer;
import dev.parley.testing.Api;
import dev.parley.testing.Person;
import java.util.Map;

/** Signs in and refreshes as a browser does, which keeps the cookie. */
final class Cookies {
  private final Api nobody;

  Cookies(Api nobody) {
    this.nobody = nobody;
  }

  Answer signIn(Person person) {
    var credentials = Map.of("username", person.username(), "password", person.password());
    return nobody.post("/api/login", credentials).expect(200);
  }

  Answer refresh(String cookie) {
    return nobody.with("Cookie", cookie).post("/api/session/refresh");
  }

  /** The name and value of the cookie that an answer sets. */
  static String of(Answer answer) {
    return answer.header("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
  }

  static String token(Answer answer) {
    return answer.json().path("token").asText();
  }
}
