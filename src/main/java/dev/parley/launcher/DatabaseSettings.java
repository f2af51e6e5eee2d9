package dev.parley.launcher;

import java.util.Optional;

/**
 * Where PostgreSQL is, as {@code parley.database.*} says.
 *
 * @param url {@code jdbc:postgresql://…}, without a password
 * @param user as whom to sign in; empty where the address says it, or it is the system's user
 * @param password empty where none is asked for; also from {@code parley.database.password.file}
 * @param connections at most so many, {@value #FEWEST} to {@value #MOST}
 */
public record DatabaseSettings(String url, String user, String password, int connections) {
  private static final String URL = "parley.database.url";
  private static final String POOL = "parley.database.pool";
  private static final int FEWEST = 4;
  private static final int MOST = 1_000;
  private static final int NORMAL = 32;

  /**
   * Reads them.
   *
   * @return empty where there is no address: the database is Derby, in the data folder
   * @throws DatabaseException if one of them is not right
   */
  public static Optional<DatabaseSettings> read() {
    String url = Keys.value(URL);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    if (!url.matches("jdbc:postgresql://[^@]+") || url.matches(".*[?&]password=.*")) {
      throw unusable(); // without the address: it may hold a password
    }
    return Optional.of(
        new DatabaseSettings(
            url,
            Keys.value("parley.database.user"),
            Keys.secret("parley.database.password"),
            pool()));
  }

  /** Tells how an address has to look. */
  public static DatabaseException unusable() {
    return new DatabaseException(
        URL
            + " must be an address such as jdbc:postgresql://db.example.org/parley,"
            + " and the password has a key of its own.");
  }

  private static int pool() {
    String value = Keys.value(POOL);
    if (value.isEmpty()) {
      return NORMAL;
    }
    if (value.matches("[0-9]{1,9}")) {
      int connections = Integer.parseInt(value);
      if (connections >= FEWEST && connections <= MOST) {
        return connections;
      }
    }
    throw new DatabaseException(
        "%s is \"%s\" but must be a whole number from %d to %d."
            .formatted(POOL, value.replaceAll("\\p{Cntrl}", "?"), FEWEST, MOST));
  }

  /** Without the password, wherever it may be written. */
  @Override
  public String toString() {
    return "DatabaseSettings[connections=" + connections + "]";
  }
}
