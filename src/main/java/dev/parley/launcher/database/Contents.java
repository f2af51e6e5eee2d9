package dev.parley.launcher.database;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds, in short: how many rows, and the sum of a hash of each (SHA-256, modulo
 * 2^256). It is the same in whatever order the rows are read: databases sort texts differently.
 */
record Contents(long rows, BigInteger sum) {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);
  private static final Contents NONE = new Contents(0, BigInteger.ZERO);
  private static final int AT_ONCE = 1_000; // rows

  /** Reads a table. */
  static Contents read(Table table, Connection database) throws SQLException {
    try (var select = database.prepareStatement(table.select())) {
      select.setFetchSize(AT_ONCE);
      return add(select.executeQuery(), table.columns().size(), (row, last) -> {});
    }
  }

  /** Copies a table in place of what the other one holds, and tells what was copied. */
  static Contents copy(Table table, Connection from, Connection to) throws SQLException {
    try (var delete = to.prepareStatement("delete from " + table.name());
        var select = from.prepareStatement(table.select());
        var insert = to.prepareStatement(table.insert())) {
      delete.executeUpdate(); // what the migrations put there
      return add(
          select.executeQuery(), table.columns().size(), (row, at) -> write(insert, row, at));
    }
  }

  /** How many rows a table has. */
  static long count(Connection database, String table) throws SQLException {
    try (var count = database.prepareStatement("select count(*) from " + table);
        ResultSet answer = count.executeQuery()) {
      answer.next();
      return answer.getLong(1);
    }
  }

  /** For people. */
  @Override
  public String toString() {
    return "%,d rows, checksum %s".formatted(rows, sum.toString(36));
  }

  /** What is done with each row; a last time with none, so that nothing is left undone. */
  private interface Use {
    void of(@Nullable Object @Nullable [] row, long number) throws SQLException;
  }

  private static Contents add(ResultSet rows, int columns, Use use) throws SQLException {
    Contents contents = NONE;
    while (rows.next()) {
      var row = new @Nullable Object[columns];
      for (int i = 0; i < columns; i++) {
        row[i] = rows.getObject(i + 1);
      }
      contents = contents.with(row);
      use.of(row, contents.rows());
    }
    use.of(null, contents.rows());
    return contents;
  }

  private static void write(
      PreparedStatement insert, @Nullable Object @Nullable [] row, long number)
      throws SQLException {
    if (row != null) {
      for (int i = 0; i < row.length; i++) {
        insert.setObject(i + 1, row[i]);
      }
      insert.addBatch();
    }
    if (row == null || number % AT_ONCE == 0) {
      insert.executeBatch();
    }
  }

  private Contents with(@Nullable Object[] row) {
    return new Contents(rows + 1, sum.add(hash(row)).mod(MODULUS));
  }

  private static BigInteger hash(@Nullable Object[] row) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (Object value : row) {
        byte[] text = text(value).getBytes(StandardCharsets.UTF_8);
        digest.update(
            ByteBuffer.allocate(Integer.BYTES).putInt(value == null ? -1 : text.length).flip());
        digest.update(text);
      }
      return new BigInteger(1, digest.digest());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Drivers have their own types for numbers. */
  private static String text(@Nullable Object value) {
    if (value instanceof Timestamp time) {
      return time.toLocalDateTime().toString();
    }
    return value == null ? "" : value.toString();
  }
}
