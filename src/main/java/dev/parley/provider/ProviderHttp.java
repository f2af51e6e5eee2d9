package dev.parley.provider;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one way out to the provider. An answer that is not whole within {@link #PATIENCE}, or has
 * more than {@value #MAX_BODY} bytes, is none, so that a provider that hangs holds nobody for long.
 * Thread-safe.
 */
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever {
  static final Duration PATIENCE = Duration.ofSeconds(3);
  static final int MAX_BODY = 256 * 1024;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(uri(url)));
    if (answer.statusCode() != HTTPResponse.SC_OK) {
      throw new IOException("status " + answer.statusCode());
    }
    return new Resource(text(answer), answer.headers().firstValue("Content-Type").orElse(""));
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    var builder = HttpRequest.newBuilder(request.getURI());
    request
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    String body = request.getBody();
    builder.method(
        request.getMethod().name(),
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    HttpResponse<byte[]> answer = send(builder);
    var response = new HTTPResponse(answer.statusCode());
    try {
      answer.headers().map().forEach((name, v) -> response.setHeader(name, v.get(0)));
      response.setBody(text(answer));
    } catch (IllegalArgumentException e) {
      throw new IOException("an answer that cannot be read", e);
    }
    return response;
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.timeout(PATIENCE).build(), info -> limitedBody());
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(reason(e), e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("no whole answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } finally {
      answer.cancel(true);
    }
  }

  /** What is told in the log, which has no names of classes. */
  private static String reason(ExecutionException failure) {
    return Optional.ofNullable(failure.getCause())
        .map(Throwable::getMessage)
        .orElse("no connection");
  }

  private static BodySubscriber<byte[]> limitedBody() {
    var bytes = new ByteArrayOutputStream();
    return BodySubscribers.mapping(
        BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(some -> add(bytes, some))),
        nothing -> bytes.toByteArray());
  }

  private static void add(ByteArrayOutputStream bytes, byte[] part) {
    if (bytes.size() + part.length > MAX_BODY) {
      throw new IllegalStateException("more than " + MAX_BODY + " bytes");
    }
    bytes.writeBytes(part);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static URI uri(URL url) throws IOException {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
