package dev.parley.cluster;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What one class says in the log meanwhile, and nobody else hears. */
final class LogLines extends Handler implements AutoCloseable {
  private final Logger logger; // held: a logger that nobody holds forgets its handlers
  private final List<LogRecord> lines = new CopyOnWriteArrayList<>();

  private LogLines(Logger logger) {
    this.logger = logger;
    logger.addHandler(this);
    logger.setUseParentHandlers(false);
  }

  static LogLines of(Class<?> type) {
    return new LogLines(Logger.getLogger(type.getName()));
  }

  /** Levels and texts, oldest first. */
  List<String> lines() {
    return lines.stream().map(line -> line.getLevel() + " " + line.getMessage()).toList();
  }

  void clear() {
    lines.clear();
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(line);
  }

  @Override
  public void flush() {
    // nothing is kept back
  }

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
