package dev.parley.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one Parley whose people sign in at the one Keycloak of {@link SharedKeycloak}, for all
 * tests that ask for a {@link SignOnServer}, and looks through its log in the end.
 */
public final class SharedSignOn implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SharedSignOn.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SignOnServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            Running.class, type -> new Running(SharedKeycloak.keycloak(context)), Running.class)
        .server;
  }

  /** JUnit closes it with the root's store. */
  private static final class Running implements AutoCloseable {
    final SignOnServer server;

    Running(Keycloak keycloak) {
      server = SignOnServer.start(keycloak);
    }

    @Override
    public void close() {
      server.parley().close();
      Discretion.checkLog(server.parley().log());
    }
  }
}
