package dev.parley.cluster;

import dev.parley.testing.Eventually;
import dev.parley.testing.InstalledProgram;
import dev.parley.testing.Reaper;
import dev.parley.testing.Signals;
import dev.parley.testing.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A NATS server on ports of the loopback address; {@code nats-server} of the machine. */
public final class NatsServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern CONNECTIONS = Pattern.compile("\"num_connections\": *([0-9]+)");

  private final int port = WorkFolder.freePort();
  private final int monitor = WorkFolder.freePort();
  private final List<String> command = new ArrayList<>();
  private Process process;

  private NatsServer(List<String> options) {
    command.addAll(List.of(program(), "-a", "127.0.0.1", "-p", Integer.toString(port)));
    command.addAll(List.of("-m", Integer.toString(monitor)));
    command.addAll(options);
  }

  /** Starts one with further options of its command line. */
  public static NatsServer start(String... options) {
    var server = new NatsServer(List.of(options));
    server.startAgain();
    return server;
  }

  /** One with a configuration, which is written to a file for it. */
  static NatsServer configured(Path folder, String configuration) {
    try {
      return start("-c", Files.writeString(folder.resolve("nats.conf"), configuration).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  /** Its address, as Parley's configuration has it. */
  public String url() {
    return "nats://127.0.0.1:" + port;
  }

  /** Starts it on the same port, after {@link #kill}. */
  public void startAgain() {
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Reaper.watch(process.toHandle());
      Eventually.holds("NATS listens", PATIENCE, this::listens);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its process. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Ends it at once. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Sends a signal, such as STOP. */
  void signal(String name) {
    Signals.send(name, process.pid());
  }

  int connections() {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + monitor + "/connz"));
    try {
      String answer =
          HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
      var matcher = CONNECTIONS.matcher(answer);
      if (!matcher.find()) {
        throw new IllegalStateException(answer);
      }
      return Integer.parseInt(matcher.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  /** Debian keeps it where not everyone's path leads. */
  private static String program() {
    return InstalledProgram.find("nats-server", "PARLEY_NATS_SERVER");
  }

  private boolean listens() {
    if (!process.isAlive()) {
      throw new IllegalStateException("NATS ended with " + process.exitValue());
    }
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
