package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the server keeps to itself: checked with every answer of every test, and with the log after
 * the last.
 */
final class Discretion {
  private static final Pattern INSIDES =
      Pattern.compile(
          "(?i)<html|<!doctype|\\w(Exception|Error)\\b|\\b(java|javax|jakarta|sun|org|com|fish|dev)"
              + "\\.[a-z]+\\.\\w|payara|glassfish|grizzly|tyrus|jersey|eclipselink|wildfly|jboss"
              + "|undertow|resteasy|hibernate|jackson|derby|postgres|sqlstate");

  /** Tokens, keys and hashes, in which a word may stand by chance. */
  private static final Pattern RANDOM = Pattern.compile("(?=[\\w-]*[0-9])[\\w-]{40,}");

  private static final Pattern STACK_TRACE =
      Pattern.compile("(?m)^\\s*at [\\w.$/<>@-]+\\(.*\\)|\\w(Exception|Error)\\b");

  /**
   * What WildFly answers for WEB-INF, before any filter or error page of ours: it tells nothing.
   */
  private static final String BARE_NOT_FOUND =
      "<html><head><title>Error</title></head><body>404 - Not Found</body></html>";

  /** What stands in front of Parley says who it is. */
  private static final Predicate<String> PROXY = "nginx"::equals;

  private static final Set<String> PRIVATE_FIELDS =
      Set.of(
          "password",
          "currentPassword",
          "newPassword",
          "text",
          "token",
          "ticket",
          "secret",
          "invitation");
  private static final int TELLING = 12; // characters; what is shorter may stand there by chance

  private static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();

  private Discretion() {}

  /** Asserts that an answer is one, and tells nothing of what is behind it. */
  static void check(Answer answer) {
    boolean providerIsAway = answer.text().contains("\"provider_unavailable\"");
    assertThat(answer.status())
        .as("status of %s: %s", answer, answer.text())
        .isLessThan(providerIsAway ? 504 : 500);
    for (String header : List.of("Server", "X-Powered-By")) {
      assertThat(answer.header(header).filter(PROXY.negate()))
          .as("%s of %s", header, answer)
          .isEmpty();
    }
    if (answer.isOfTheApi() || answer.status() >= 400) {
      String told = answer.text().equals(BARE_NOT_FOUND) ? "" : answer.text();
      assertThat(readable(told)).as("body of %s", answer).doesNotContainPattern(INSIDES);
      noteAnswer(answer);
    }
  }

  /** Asserts that a frame is no server's fault, and tells nothing of what is behind it. */
  static void check(JsonNode frame) {
    JsonNode problem = frame.path("err");
    assertThat(problem.path("status").asInt()).as("status of %s", frame).isLessThan(500);
    assertThat(readable(problem.toString())).doesNotContainPattern(INSIDES);
  }

  /** A text without what is random in it. */
  static String readable(String text) {
    return RANDOM.matcher(text).replaceAll("…");
  }

  /** Remembers what is private in something that is sent or received. */
  static void note(JsonNode body) {
    body.properties()
        .forEach(
            field -> {
              boolean isPrivate = PRIVATE_FIELDS.contains(field.getKey());
              if (isPrivate && field.getValue().asText().strip().length() >= TELLING) {
                SECRETS.add(field.getValue().asText().strip());
              }
            });
  }

  /** Asserts that a log has neither a stack trace nor anything private of the run. */
  static void checkLog(String log) {
    assertThat(log).as("the server's log").doesNotContainPattern(STACK_TRACE);
    assertThat(SECRETS.stream().filter(log::contains)).as("secrets in the log").isEmpty();
  }

  private static void noteAnswer(Answer answer) {
    if (answer.header("Content-Type").orElse("").startsWith("application/json")) {
      note(answer.json());
    }
  }
}
