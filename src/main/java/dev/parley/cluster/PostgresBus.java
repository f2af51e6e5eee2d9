package dev.parley.cluster;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Nodes tell each other by PostgreSQL's LISTEN and NOTIFY, and every node hears everything. Another
 * Parley in another database of the same server is not heard. NOTIFY takes a lock on the whole
 * server when it commits, so it is never part of a message's transaction.
 */
final class PostgresBus implements ClusterBus {
  private static final int LISTEN_MILLIS = 500;
  private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final DataSource database;
  private final HintText text;
  private final Keeping keeping;

  private Consumer<Hint> heard = hint -> {};
  private Reachability reachability = new Reachability("", () -> {});
  private volatile @Nullable PostgresLink link;

  /**
   * A bus that is not open yet.
   *
   * @param database where all nodes are
   */
  PostgresBus(DataSource database, HintText text, ThreadFactory threads) {
    this.database = database;
    this.text = text;
    this.keeping = new Keeping(this::listen, threads);
  }

  @Override
  public void open(Consumer<Hint> hears, Runnable missed) {
    heard = hears;
    reachability = new Reachability("PostgreSQL", missed);
    keeping.start();
  }

  @Override
  public void send(List<Hint> hints) {
    PostgresLink now = link;
    if (now != null) {
      text.write(hints).forEach(now::tell);
    }
  }

  @Override
  public void follow(long roomId) {
    // every room is heard
  }

  @Override
  public void leave(long roomId) {
    // every room is heard
  }

  @Override
  public boolean isUp() {
    return reachability.isUp();
  }

  @Override
  public boolean hasOthers() {
    return true;
  }

  @Override
  public void close() {
    keeping.stop();
  }

  /** Listens for as long as it goes; false where it did not even begin. */
  private boolean listen() {
    boolean began = false;
    try (PostgresLink opened = PostgresLink.open(database)) {
      link = opened;
      began = true;
      reachability.found();
      listenTo(opened);
    } catch (SQLException | RuntimeException e) {
      reachability.lost(reason(e));
    } finally {
      link = null;
    }
    return began;
  }

  private void listenTo(PostgresLink opened) throws SQLException {
    long checked = System.nanoTime();
    while (keeping.goesOn()) {
      opened.texts(LISTEN_MILLIS).forEach(some -> text.read(some).forEach(heard));
      if (System.nanoTime() - checked > CHECK_NANOS) {
        opened.check();
        checked = System.nanoTime();
      }
    }
  }

  private static String reason(Exception e) {
    return e instanceof SQLException refusal && refusal.getSQLState() != null
        ? "the database says " + refusal.getSQLState()
        : "the database does not answer";
  }
}
