package dev.parley.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code --move-to-postgresql}: copies what the data folder's Derby holds to the PostgreSQL that is
 * configured, and serves nobody meanwhile.
 */
final class Move {
  private static final String OPTION = "--move-to-postgresql";
  private static final String TASK = "dev.parley.launcher.database.MoveTask";

  /** It has much to say of migrations; kept here, for loggers are forgotten otherwise. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Move() {}

  static boolean isWanted(String[] args) {
    return Arrays.asList(args).contains(OPTION);
  }

  /**
   * Moves, and returns when both hold the same.
   *
   * @throws MoveException if it is not possible; then PostgreSQL is as empty as it was
   */
  static void run(Path data, Optional<DatabaseSettings> target) {
    if (target.isEmpty()) {
      throw new MoveException("parley.database.url does not say where to.");
    }
    FLYWAY.setLevel(Level.SEVERE);
    try (var parts = Parts.unpack()) {
      try {
        task(parts.loader()).run();
      } finally {
        Derby.shutDown(parts.loader(), data);
      }
    } catch (IOException e) {
      throw new MoveException("parley.jar cannot be unpacked: " + e.getMessage());
    }
  }

  private static Runnable task(ClassLoader loader) {
    try {
      return loader.loadClass(TASK).asSubclass(Runnable.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
