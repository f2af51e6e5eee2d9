package dev.parley.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** The embedded database, which belongs to the server and not to the application. */
final class Derby {
  private static final String DRIVER = "org.apache.derby.jdbc.EmbeddedDriver";
  private static final String SYSTEM_SHUTDOWN = "XJ015"; // Derby reports success as an exception

  private Derby() {}

  /** Writes everything down, so that the next start has nothing to recover. */
  static void shutDown(ClassLoader server, Path data) {
    if (!Files.exists(data.resolve("database"))) {
      return; // another database is in use: do not wake Derby only to stop it
    }
    try {
      Class.forName(DRIVER, true, server)
          .asSubclass(Driver.class)
          .getConstructor()
          .newInstance()
          .connect("jdbc:derby:;shutdown=true", new Properties());
    } catch (SQLException e) {
      if (!SYSTEM_SHUTDOWN.equals(e.getSQLState())) {
        System.err.println("The database did not stop cleanly: " + e.getMessage());
      }
    } catch (ReflectiveOperationException e) {
      System.err.println("The database driver is missing: " + e.getMessage());
    }
  }
}
