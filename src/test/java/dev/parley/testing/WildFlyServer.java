package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * WildFly with its own {@code standalone.xml}, a data source, and the WAR in {@code deployments}.
 */
final class WildFlyServer implements ParleyServer {
  private static final String STARTED = "WFLYSRV0025";
  private static final String STARTED_WITH_ERRORS = "WFLYSRV0026";

  private final ServerOptions options;
  private final Path folder = WorkFolder.create();
  private final int port = WorkFolder.freePort();
  private final ServerLog log = new ServerLog();
  private ServerProcess process;
  private String startLog = "";

  private WildFlyServer(ServerOptions options) {
    this.options = options;
  }

  static WildFlyServer start(ServerOptions options) {
    WildFlyInstallation.prepare();
    var server = new WildFlyServer(options);
    try {
      server.install();
      server.startAgain();
      server.startLog = server.log();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public URI address() {
    return URI.create("http://localhost:" + port + "/");
  }

  @Override
  public Path data() {
    return folder.resolve("parley-data");
  }

  @Override
  public String log() {
    return log.toString();
  }

  @Override
  public String startLog() {
    return startLog;
  }

  @Override
  public String awaitLog(String wanted, int start) {
    return log.await(wanted, start);
  }

  @Override
  public void startAgain() {
    var builder = ServerProcess.builder(command()).directory(folder.toFile());
    builder.environment().put("PARLEY_DATA", data().toString());
    builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "1"); // passes signals on
    builder
        .environment()
        .put(
            "JAVA_OPTS",
            String.join(" ", PayaraMicroServer.SHORT_LIVED) + " -Djava.net.preferIPv4Stack=true");
    builder.environment().putAll(options.environmentAt(address()));
    process =
        ServerProcess.start(
            builder, log, line -> line.contains(STARTED) || line.contains(STARTED_WITH_ERRORS));
    if (log().contains(STARTED_WITH_ERRORS)) {
      process.stop();
      throw new ServerFailedException(1, log());
    }
  }

  @Override
  public void stop() {
    process.stop();
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    if (process.isRunning()) {
      process.stop();
    }
    WorkFolder.delete(folder);
  }

  private void install() throws IOException {
    WildFlyInstallation.copyConfiguration(folder);
    Path deployments = Files.createDirectories(folder.resolve("deployments"));
    Files.copy(WorkFolder.build().resolve("parley.war"), deployments.resolve("parley.war"));
    Files.createDirectories(data());
  }

  private List<String> command() {
    var command = new ArrayList<String>();
    command.add(WildFlyInstallation.home().resolve("bin/standalone.sh").toString());
    command.add("-Djboss.server.base.dir=" + folder);
    command.add("-Djboss.bind.address=127.0.0.1");
    command.add("-Djboss.http.port=" + port);
    command.add("-Djboss.https.port=" + WorkFolder.freePort());
    command.add("-Djboss.management.http.port=" + WorkFolder.freePort());
    command.add("-Djboss.management.https.port=" + WorkFolder.freePort());
    command.add("-Dparley.data=" + data());
    command.add("-Dderby.stream.error.file=" + data().resolve("derby.log"));
    command.addAll(options.arguments());
    return command;
  }
}
