package dev.parley.realtime;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** The body of a request that has none. */
final class NoBody extends ServletInputStream {
  private static final int END = -1;

  @Override
  public int read() {
    return END;
  }

  @Override
  public boolean isFinished() {
    return true;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setReadListener(ReadListener listener) {
    try {
      listener.onAllDataRead();
    } catch (IOException e) {
      listener.onError(e);
    }
  }
}
