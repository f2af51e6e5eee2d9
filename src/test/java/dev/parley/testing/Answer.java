package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

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

  /** Asserts the status and goes on. */
  public Answer expect(int status) {
    assertThat(status()).as("status of %s, which says %s", this, text()).isEqualTo(status);
    return this;
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

  @Override
  public String toString() {
    return response.request().method() + " " + response.uri().getPath();
  }
}
