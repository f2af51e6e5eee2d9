package dev.parley.platform;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Says in the server's log that Parley is there; {@code parley.jar} says so itself, with the port.
 */
@WebListener
public class ReadyLine implements ServletContextListener {
  private static final Logger LOG = System.getLogger("dev.parley.ready");

  @Override
  public void contextInitialized(ServletContextEvent event) {
    LOG.log(
        Level.INFO, "Parley is ready under " + event.getServletContext().getContextPath() + "/");
  }
}
