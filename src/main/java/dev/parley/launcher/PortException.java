package dev.parley.launcher;

import java.io.IOException;

/** A port cannot be opened. */
final class PortException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PortException(int port, IOException cause) {
    super(
        "Parley does not start: port %d cannot be opened (%s), choose another by --port."
            .formatted(port, cause.getMessage()),
        cause);
  }
}
