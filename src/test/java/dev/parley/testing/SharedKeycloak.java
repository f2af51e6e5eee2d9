package dev.parley.testing;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one Keycloak for all tests, when the first of them asks for it. Its log is left in {@code
 * target/keycloak.log}.
 */
public final class SharedKeycloak implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SharedKeycloak.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Keycloak.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return keycloak(context);
  }

  /** The Keycloak that is running, for other extensions. */
  static Keycloak keycloak(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Running.class, type -> new Running(), Running.class)
        .keycloak;
  }

  /** JUnit closes it with the root's store. */
  private static final class Running implements AutoCloseable {
    final Keycloak keycloak = new Keycloak();

    @Override
    public void close() throws IOException {
      keycloak.close();
      Files.writeString(WorkFolder.build().resolve("keycloak.log"), keycloak.log());
    }
  }
}
