package dev.parley.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A server that runs already, for trying one test again and again: {@code
 * -Dparley.testing.address=http://localhost:8080/}. Start it without limits, as {@link
 * ServerOptions#unlimited} does. Its log and its process are its owner's.
 */
record RunningServer(URI address) implements ParleyServer {
  /** The server that the command line tells of. */
  static Optional<ParleyServer> told() {
    return Optional.ofNullable(System.getProperty("parley.testing.address"))
        .map(URI::create)
        .map(RunningServer::new);
  }

  @Override
  public Path data() {
    throw notOurs();
  }

  @Override
  public String log() {
    return "";
  }

  @Override
  public String startLog() {
    throw notOurs();
  }

  @Override
  public String awaitLog(String wanted, int start) {
    throw notOurs();
  }

  @Override
  public void stop() {
    throw notOurs();
  }

  @Override
  public void kill() {
    throw notOurs();
  }

  @Override
  public void startAgain() {
    throw notOurs();
  }

  @Override
  public void close() {
    // it goes on
  }

  private static UnsupportedOperationException notOurs() {
    return new UnsupportedOperationException("This server was not started by the tests.");
  }
}
