package dev.parley.load;

import dev.parley.testing.Api;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.ServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The built server with its limits off, and what the system tells about its process. */
final class ServerUnderLoad implements AutoCloseable {
  private final ParleyServer server;

  ServerUnderLoad(Plan plan) {
    server =
        ParleyServer.start(
            ServerOptions.unlimited()
                .with("parley.token.lifetime", "P1D")
                .withArguments(plan.java().toArray(String[]::new)));
  }

  Api api() {
    return server.api();
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.address().getPort());
  }

  Path data() {
    return server.data();
  }

  void stop() {
    server.stop();
  }

  void startAgain() {
    server.startAgain();
  }

  ProcessHandle process() {
    return server.process();
  }

  /** What is reachable in its heap. */
  Alive alive() throws IOException {
    return Alive.in(process());
  }

  /** KiB of memory that it holds. */
  long residentKib() {
    try {
      Process ps =
          new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process().pid())).start();
      return Long.parseLong(
          new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many files and sockets its process may open, where the system tells it (Linux). */
  OptionalLong descriptors() throws IOException {
    Path limits = Path.of("/proc", Long.toString(process().pid()), "limits");
    if (!Files.isReadable(limits)) {
      return OptionalLong.empty();
    }
    return Files.readAllLines(limits).stream()
        .filter(line -> line.startsWith("Max open files"))
        .map(line -> line.split(" {2,}")[1])
        .mapToLong(limit -> "unlimited".equals(limit) ? Long.MAX_VALUE : Long.parseLong(limit))
        .findFirst();
  }

  @Override
  public void close() {
    server.close();
  }
}
