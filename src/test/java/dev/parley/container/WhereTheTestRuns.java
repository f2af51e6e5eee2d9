package dev.parley.container;

import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Tells Arquillian where in the server its servlet is. Its adapter reads that from what the server
 * prints, and on a busy machine looks before all of it is printed.
 */
public class WhereTheTestRuns implements LoadableExtension {
  private static final String SERVLET = "ArquillianServletRunnerEE9";
  private static final String CONTEXT = "/parley"; // Payara Micro's for a file parley.war

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(WhereTheTestRuns.class);
  }

  void deployed(@Observes ProtocolMetaData deployment) {
    for (HTTPContext server : deployment.getContexts(HTTPContext.class)) {
      if (server.getServletByName(SERVLET) == null) {
        server.add(new Servlet(SERVLET, CONTEXT));
      }
    }
  }
}
