package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.testing.ParleyServer;
import dev.parley.testing.ServerFailedException;
import dev.parley.testing.ServerOptions;
import dev.parley.testing.WorkFolder;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

/** The ports of {@code parley.jar}: shut until Parley serves. */
class PortsIT {
  private static final String READY = "/api/health/ready";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Payara would answer meanwhile, with pages that tell its name. */
  @Test
  void nothingIsAnsweredUntilAllIsReady() throws Exception {
    int port = WorkFolder.freePort();
    var options = ServerOptions.defaults().withArguments("--sslPort", Integer.toString(port));
    var starting = CompletableFuture.supplyAsync(() -> ParleyServer.start(options));
    try {
      HttpResponse<String> first = firstAnswer(port);
      assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
      assertThat(first.headers().map()).doesNotContainKeys("server", "x-powered-by");
    } finally {
      starting.join().close();
    }
    assertThat(starting.join().log().lines())
        .filteredOn(line -> !line.contains(" set-up token "))
        .containsExactly(readyLine(starting.join()));
  }

  @Test
  void aPortInUseEndsTheStartWithOneLine() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      var options = ServerOptions.defaults().withArguments("--port", port);
      var failed =
          catchThrowableOfType(
              ServerFailedException.class, () -> ParleyServer.start(options).close());
      assertThat(failed.exitCode()).isEqualTo(1);
      assertThat(failed.log().lines())
          .singleElement()
          .asString()
          .startsWith("Parley does not start: port " + port + " cannot be opened");
    }
  }

  private static String readyLine(ParleyServer server) {
    return "Parley is ready: " + server.address().toString().replaceFirst("/$", "");
  }

  private static HttpResponse<String> firstAnswer(int port) throws Exception {
    HttpClient client = HttpClient.newBuilder().sslContext(trustingAll()).build();
    var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + READY)).build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      try {
        return client.send(request, BodyHandlers.ofString());
      } catch (ConnectException shut) {
        Thread.onSpinWait();
      }
    }
    throw new AssertionError("no answer after " + PATIENCE);
  }

  /** Payara's own certificate is nobody's. */
  private static SSLContext trustingAll() throws GeneralSecurityException {
    var anyone =
        new X509TrustManager() {
          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type) {}

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type) {}

          @Override
          public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
          }
        };
    var context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {anyone}, null);
    return context;
  }
}
