package dev.parley.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What runs already, of which only the address is known: its log and its process are its owner's.
 */
public final class RunningServer implements ParleyServer {
  private final Supplier<URI> address;
  private final Supplier<URI> sockets;

  /** One whose address may be another one each time. */
  public RunningServer(Supplier<URI> address) {
    this(address, address);
  }

  /** One whose sockets may be opened somewhere else. */
  public RunningServer(Supplier<URI> address, Supplier<URI> sockets) {
    this.address = address;
    this.sockets = sockets;
  }

  /**
   * The server that the command line tells of, for trying one test again and again: {@code
   * -Dparley.testing.address=http://localhost:8080/}. Start it without limits, as {@link
   * ServerOptions#unlimited} does.
   */
  static Optional<ParleyServer> told() {
    return Optional.ofNullable(System.getProperty("parley.testing.address"))
        .map(URI::create)
        .map(told -> new RunningServer(() -> told));
  }

  @Override
  public URI address() {
    return address.get();
  }

  @Override
  public URI sockets() {
    return sockets.get();
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
