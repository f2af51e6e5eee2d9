package dev.parley.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a server is to be started.
 *
 * @param environment variables that are set for it
 * @param arguments further command line arguments, in the server's own language
 */
public record ServerOptions(Map<String, String> environment, List<String> arguments) {
  /** In the value of a variable, the server's own address without the slash at its end. */
  public static final String ADDRESS = "{address}";

  public ServerOptions {
    environment = Map.copyOf(environment);
    arguments = List.copyOf(arguments);
  }

  /** Parley as it comes. */
  public static ServerOptions defaults() {
    return new ServerOptions(Map.of(), List.of());
  }

  /** Without the limits that many tests at once would run into. */
  public static ServerOptions unlimited() {
    return defaults()
        .with("parley.limits.messages-per-second", "0")
        .with("parley.limits.register", "0")
        .with("parley.limits.sign-in", "0")
        .with("parley.limits.connections-per-user", "0")
        .with("parley.limits.changes-per-second", "0")
        .with("parley.limits.searches-per-second", "0")
        .with("parley.limits.tickets-per-minute", "0")
        .with("parley.limits.rooms-created", "0")
        .with("parley.limits.rooms-joined", "0")
        .with("parley.limits.membership-changes", "0")
        .with("parley.limits.renames", "0")
        .with("parley.limits.links", "0")
        .with("parley.limits.sessions", "0");
  }

  /** With a configuration key, which is passed on through the environment. */
  public ServerOptions with(String key, String value) {
    var more = new LinkedHashMap<>(environment);
    more.put(variable(key), value);
    return new ServerOptions(more, arguments);
  }

  /** Whether a configuration key is passed on through the environment. */
  boolean names(String key) {
    return environment.containsKey(variable(key));
  }

  private static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** The variables for a server with that address. */
  Map<String, String> environmentAt(URI address) {
    String base = address.toString().replaceFirst("/$", "");
    var filled = new LinkedHashMap<String, String>();
    environment.forEach((name, value) -> filled.put(name, value.replace(ADDRESS, base)));
    return filled;
  }

  /**
   * With further arguments, such as {@code -Dparley.url=…} on WildFly, {@code --name x} on Payara.
   */
  public ServerOptions withArguments(String... args) {
    var more = new ArrayList<>(arguments);
    more.addAll(List.of(args));
    return new ServerOptions(environment, more);
  }
}
