package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Speaks HTTP to a server. Bodies are JSON: a {@code Map}, a record, a list, or a {@code String}
 * that is sent as it is. Immutable; {@link #with} and {@link #as} give a changed copy.
 */
public final class Api {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI server;
  private final Map<String, String> headers;

  /** Nobody's: it sends no token. */
  public Api(URI server) {
    this(server, Map.of());
  }

  private Api(URI server, Map<String, String> headers) {
    this.server = server;
    this.headers = headers;
  }

  /** With a bearer token. */
  public Api as(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** With a header on every request, in the place of an earlier one of that name. */
  public Api with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Api(server, more);
  }

  public URI server() {
    return server;
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  public Answer post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Any method with a JSON body. */
  public Answer send(String method, String path, Object body) {
    if (body instanceof Map) {
      Discretion.note(Json.read(Json.write(body)));
    }
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(Json.write(body))));
  }

  /** For what the methods above do not do; the address and the headers are set already. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
    headers.forEach(request::setHeader);
    return request;
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      var answer = new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
      Discretion.check(answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
