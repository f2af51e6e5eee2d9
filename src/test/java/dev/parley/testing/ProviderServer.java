package dev.parley.testing;

import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one server and its identity provider for all tests that want them. */
final class ProviderServer implements ParameterResolver, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(ProviderServer.class);
  private static final Set<Class<?>> OFFERED =
      Set.of(ParleyServer.class, Api.class, PlainProvider.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return OFFERED.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    Running running = running(context);
    if (type == PlainProvider.class) {
      return running.provider;
    }
    return type == Api.class ? running.server.api() : running.server;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    running(context).provider.is(PlainProvider.Mood.WELL);
  }

  private static Running running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Running.class, type -> new Running(), Running.class);
  }

  /** JUnit closes it with the root's store. */
  private static final class Running implements AutoCloseable {
    final PlainProvider provider = PlainProvider.start();
    final ParleyServer server =
        ParleyServer.start(
            ServerOptions.unlimited()
                .with("parley.auth", "oidc")
                .with("parley.url", ServerOptions.ADDRESS)
                .with("parley.oidc.issuer", provider.issuer())
                .with("parley.oidc.client-id", PlainProvider.CLIENT)
                .with("parley.oidc.client-secret", PlainProvider.SECRET)
                .with("parley.oidc.admin-groups", PlainProvider.ADMINS));

    @Override
    public void close() {
      server.close();
      provider.close();
      Discretion.checkLog(server.log());
    }
  }
}
