package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What the server answered. */
public final class Answer {
  private final HttpResponse<byte[]> response;

  Answer(HttpResponse<byte[]> response) {
    this.response = response;
  }

  public int status() {
    return response.statusCode();
  }

  public String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  public byte[] bytes() {
    return response.body();
  }

  public JsonNode json() {
    return Json.read(response.body());
  }

  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  public List<String> headers(String name) {
    return response.headers().allValues(name);
  }

  /** Status and headers in one text, but for the time and the id of the request. */
  public String heading() {
    var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(response.headers().map());
    headers.remove("Date");
    headers.remove("X-Request-Id");
    return status() + " " + headers;
  }

  /** Asserts the status and goes on. */
  public Answer expect(int status) {
    assertThat(status()).as("status of %s, which says %s", this, text()).isEqualTo(status);
    return this;
  }

  /** Asserts that it is one of these, and returns which. */
  public int expectAnyOf(Integer... statuses) {
    assertThat(status()).as("status of %s, which says %s", this, text()).isIn((Object[]) statuses);
    return status();
  }

  /** Asserts a problem: status, media type and the stable {@code code}. */
  public JsonNode expectProblem(int status, String code) {
    expect(status);
    assertThat(header("Content-Type")).as("media type of %s", this).isPresent();
    assertThat(header("Content-Type").get()).startsWith("application/problem+json");
    JsonNode problem = json();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    return problem;
  }

  /** Asserts that exactly this field is said to be wrong, for this reason. */
  public void expectInvalid(String field, String code) {
    JsonNode errors = expectProblem(400, "invalid_input").path("errors");
    assertThat(errors.findValuesAsText("field")).as("fields of %s", errors).containsExactly(field);
    assertThat(errors.findValuesAsText("code")).as("codes of %s", errors).containsExactly(code);
  }

  boolean isOfTheApi() {
    return response.uri().getPath().startsWith("/api");
  }

  @Override
  public String toString() {
    return response.request().method() + " " + response.uri().getPath();
  }
}
