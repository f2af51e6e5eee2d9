package dev.parley.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * One Keycloak on a port of the loopback address, with its database in a folder of its own. It ends
 * with the JVM that started it, however that ends.
 */
final class KeycloakProcess implements AutoCloseable {
  /** Ends the script, and with it Keycloak, when nobody holds the other end of the input. */
  private static final String UNTIL_THE_INPUT_ENDS =
      "exec 3<&0; { read -r _; kill $$; } <&3 3<&- >/dev/null 2>&1 & exec \"$@\" 3<&- </dev/null";

  private final Path folder = WorkFolder.create();
  private final int port = WorkFolder.freePort();
  private final int managementPort = WorkFolder.freePort();
  private final ServerLog log = new ServerLog();
  private ServerProcess process;

  private KeycloakProcess() {}

  /**
   * Starts it with an administrator's client.
   *
   * @throws ServerFailedException when it does not get ready
   */
  static KeycloakProcess start() {
    var keycloak = new KeycloakProcess();
    try {
      KeycloakInstallation.linkInto(keycloak.folder);
      keycloak.startAgain();
      return keycloak;
    } catch (ServerFailedException e) {
      WorkFolder.delete(keycloak.folder);
      throw e;
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  String log() {
    return log.toString();
  }

  void startAgain() {
    var builder = new ProcessBuilder(command()).directory(folder.toFile());
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1"); // lives shortly
    builder.environment().put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", KeycloakAdmin.CLIENT);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", KeycloakAdmin.SECRET);
    process = ServerProcess.start(builder, log, line -> line.contains("Listening on: "));
  }

  void stop() {
    process.stop();
  }

  void kill() {
    process.kill();
  }

  @Override
  public void close() {
    if (process.isRunning()) {
      process.kill(); // nothing of it is kept
    }
    WorkFolder.delete(folder);
  }

  private List<String> command() {
    return List.of(
        "sh",
        "-c",
        UNTIL_THE_INPUT_ENDS,
        "sh",
        folder.resolve("bin/kc.sh").toString(),
        "start-dev",
        "--http-host=127.0.0.1",
        "--http-port=" + port,
        "--http-management-port=" + managementPort,
        "--hostname=" + address(),
        "--db=dev-file", // survives a stop, as a provider's users and keys do
        "--cache=local",
        "--import-realm");
  }
}
