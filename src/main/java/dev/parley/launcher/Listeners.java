package dev.parley.launcher;

import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.ClusterCommandResult.ExitStatus;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ports, kept shut until Parley serves: Payara opens them before it deploys anything, and would
 * answer with pages of its own.
 *
 * <p>A port that Payara has yet to find ({@code --autoBindHttp}) is left to it, and one that is
 * configured to stay shut stays shut.
 */
final class Listeners {
  private static final String PATH =
      "configs.config.server-config.network-config.network-listeners.network-listener.";
  private static final List<String> NAMES = List.of("http-listener", "https-listener");

  /** Port by name of the listener, of those that wait to be opened. */
  private final Map<String, String> held = new LinkedHashMap<>();

  private @Nullable AdminCommandRunner server;

  /**
   * Called when all is configured and nothing is open.
   *
   * @throws PortException when a port is in use: now, and not when all is deployed
   */
  void hold(AdminCommandRunner server) {
    this.server = server;
    for (String name : NAMES) {
      Map<String, String> listener = attributes(server.run("get", PATH + name + ".*"));
      boolean seeksItsPort = !listener.getOrDefault("port-range", "").isBlank();
      if ("true".equals(listener.get("enabled")) && !seeksItsPort) {
        String port = listener.getOrDefault("port", "");
        tryOut(listener.getOrDefault("address", ""), Integer.parseInt(port));
        set(server, name, false);
        held.put(name, port);
      }
    }
  }

  void open() {
    AdminCommandRunner started = server;
    if (started != null) {
      held.keySet().forEach(name -> set(started, name, true));
    }
  }

  /** Where a browser on this machine gets in; nothing where no listener was held. */
  Optional<String> address() {
    return held.entrySet().stream()
        .findFirst()
        .map(one -> one.getKey().replace("-listener", "://localhost:") + one.getValue());
  }

  private static void tryOut(String address, int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new PortException(port, e);
    }
  }

  private static void set(AdminCommandRunner server, String name, boolean enabled) {
    ClusterCommandResult result = server.run("set", PATH + name + ".enabled=" + enabled);
    if (result.getExitStatus() == ExitStatus.FAILURE) {
      throw new IllegalStateException(result.getOutput(), result.getFailureCause());
    }
  }

  /** Of lines such as {@code configs.….http-listener.port=8080}. */
  private static Map<String, String> attributes(ClusterCommandResult result) {
    return result
        .getOutput()
        .lines()
        .filter(line -> line.contains("="))
        .map(line -> line.substring(line.lastIndexOf('.', line.indexOf('=')) + 1).split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> first));
  }
}
