package dev.parley.testing;

import java.net.URI;
import java.nio.file.Path;

/**
 * A server with the built WAR, in a process of its own. Which one is said by the system property
 * {@code parley.testing.server}: {@code payara} (the default) or {@code wildfly}.
 */
public interface ParleyServer extends AutoCloseable {

  /**
   * Starts a server and returns when it serves. Its database is what the options say, or else what
   * the tests run on.
   */
  static ParleyServer start(ServerOptions options) {
    boolean onPostgres = PostgresServer.isWanted() && !options.names("parley.database.url");
    ServerOptions all = onPostgres ? PostgresServer.shared().with(options) : options;
    return isWildFly() ? WildFlyServer.start(all) : PayaraMicroServer.start(all);
  }

  /** For the rare test that holds on one server only. */
  static boolean isWildFly() {
    return "wildfly".equals(System.getProperty("parley.testing.server"));
  }

  /** Where it listens, such as {@code http://localhost:40123/}. */
  URI address();

  /** Where the next socket is opened; where there are two nodes, at one and the other in turn. */
  default URI sockets() {
    return address();
  }

  /** Its data folder. */
  Path data();

  /** All that it has printed since the first start: standard output and standard error. */
  String log();

  /** What it had printed when it served for the first time, and nobody had asked for anything. */
  String startLog();

  /**
   * Waits until it has printed this.
   *
   * @param start so many characters of the log are passed over, such as those before a test
   * @return the log from there on
   */
  String awaitLog(String wanted, int start);

  /** Stops it as a signal from the operator would, and returns when the process has ended. */
  void stop();

  /** Its process, where it is one of its own. */
  default ProcessHandle process() {
    throw new UnsupportedOperationException();
  }

  /** Ends the process without a warning. */
  void kill();

  /** Lets it stand still as a machine that is out of breath: its connections stay. */
  default void pause() {
    throw new UnsupportedOperationException();
  }

  /** Lets it go on after {@link #pause}. */
  default void goOn() {
    throw new UnsupportedOperationException();
  }

  /** Starts it again, on the same port and the same data, after {@link #stop} or {@link #kill}. */
  void startAgain();

  /** Stops it if it runs and removes what it has left on disk. */
  @Override
  void close();

  default Api api() {
    return new Api(address());
  }
}
