package dev.parley.platform;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Lets EclipseLink, where it is the server's JPA, ask a database that is away only once. It would
 * try three times more, 5 s apart, and hold the caller's thread meanwhile. Named in {@code
 * persistence.xml}; other providers pass it over.
 */
public class OneTry implements SessionCustomizer {
  @Override
  public void customize(Session session) {
    if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
      login.setQueryRetryAttemptCount(0);
    }
  }
}
