package dev.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code java -jar target/parley.jar}, as everyone starts it. */
final class PayaraMicroServer implements ParleyServer {
  /**
   * For a server that lives for a minute: what the other compiler makes is quicker, and comes too
   * late. A test that has options for Java has those alone.
   */
  static final List<String> SHORT_LIVED =
      List.of("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final String LOOPBACK_ONLY =
      """
      set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
      set configs.config.server-config.network-config.network-listeners.network-listener.https-listener.address=127.0.0.1
      """;

  private final ServerOptions options;
  private final Path folder = WorkFolder.create();
  private final int port = WorkFolder.freePort();
  private final ServerLog log = new ServerLog();
  private ServerProcess process;
  private String startLog = "";

  private PayaraMicroServer(ServerOptions options) {
    this.options = options;
  }

  static PayaraMicroServer start(ServerOptions options) {
    var server = new PayaraMicroServer(options);
    try {
      server.startAgain();
      server.startLog = server.log();
      return server;
    } catch (ServerFailedException e) {
      WorkFolder.delete(server.folder);
      throw e;
    }
  }

  @Override
  public URI address() {
    return URI.create("http://localhost:" + port + "/");
  }

  @Override
  public Path data() {
    return folder.resolve("data");
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
    builder.environment().putAll(options.environmentAt(address()));
    process = ServerProcess.start(builder, log, line -> line.startsWith("Parley is ready"));
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
  public ProcessHandle process() {
    return process.handle();
  }

  @Override
  public void pause() {
    process.signal("STOP");
  }

  @Override
  public void goOn() {
    process.signal("CONT");
  }

  @Override
  public void close() {
    if (process.isRunning()) {
      process.stop();
    }
    WorkFolder.delete(folder);
  }

  private List<String> command() {
    try {
      Path preBoot = Files.writeString(folder.resolve("pre-boot.txt"), LOOPBACK_ONLY);
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(forJava());
      command.addAll(List.of("-jar", WorkFolder.build().resolve("parley.jar").toString()));
      command.addAll(List.of("--port", Integer.toString(port)));
      command.addAll(List.of("--prebootcommandfile", preBoot.toString()));
      command.addAll(options.arguments().stream().filter(a -> !isForJava(a)).toList());
      return command;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> forJava() {
    List<String> told = options.arguments().stream().filter(PayaraMicroServer::isForJava).toList();
    return told.isEmpty() ? SHORT_LIVED : told;
  }

  private static boolean isForJava(String argument) {
    return argument.startsWith("-D") || argument.startsWith("-X");
  }
}
