package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The real nginx in front of some nodes, with the configuration that the documents give: only
 * addresses are replaced, and TLS, for which a test would need a certificate, is left out.
 */
public final class Nginx implements AutoCloseable {
  private static final Path DOCUMENTED = Path.of("src", "site", "resources", "nginx.conf");
  private static final String AROUND =
      """
      daemon off;
      pid nginx.pid;
      error_log stderr warn;
      events { worker_connections 1024; }
      http {
        access_log off;
        client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi; scgi_temp_path scgi;
        %s
      }
      """;

  private final Path folder = WorkFolder.create();
  private final int port;
  private final Process process;

  private Nginx(int port, List<URI> nodes) throws IOException {
    this.port = port;
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(configuration, AROUND.formatted(configured(nodes)));
    process =
        new ProcessBuilder(
                InstalledProgram.find("nginx", "PARLEY_NGINX"),
                "-p",
                folder.toString(),
                "-c",
                configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    Reaper.watch(process.toHandle());
    Eventually.holds("nginx listens", Duration.ofSeconds(20), this::listens);
  }

  /**
   * Starts it.
   *
   * @param port of the loopback address that it listens on
   */
  public static Nginx start(int port, List<URI> nodes) {
    try {
      return new Nginx(port, nodes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://localhost:" + port + "/");
  }

  private String configured(List<URI> nodes) throws IOException {
    String servers =
        nodes.stream()
            .map(node -> "server 127.0.0.1:" + node.getPort() + " max_fails=1 fail_timeout=5s;")
            .collect(Collectors.joining("\n"));
    return Files.readString(DOCUMENTED)
        .replaceAll("(?m)(^ *server 10\\.\\S+ .*\\R)+", servers + "\n")
        .replaceAll("(?m)^ *ssl_.*\\R", "")
        .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + ";")
        .replace("chat.example.org", "localhost");
  }

  private boolean listens() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    WorkFolder.delete(folder);
  }
}
