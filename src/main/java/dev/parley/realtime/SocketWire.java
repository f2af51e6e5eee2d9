package dev.parley.realtime;

import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A socket of the server's, through the standard API. */
record SocketWire(Session session) implements Wire {
  private static final Logger LOG = System.getLogger(SocketWire.class.getName());
  private static final ClassLoader EMPTY = new EmptyClassLoader();

  @Override
  public void send(WireText text, Runnable done) {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    thread.setContextClassLoader(EMPTY);
    try {
      session
          .getAsyncRemote()
          .sendText(
              text.text(),
              result -> {
                if (result.isOK()) {
                  done.run();
                }
              });
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "A socket was gone before a send.", e);
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  @Override
  public void close(Closing why) {
    try {
      session.close(why.reason());
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.DEBUG, "A socket was gone before its close.", e);
    }
  }
}
