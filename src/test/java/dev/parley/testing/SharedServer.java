package dev.parley.testing;

import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one server for all tests, closes it after the last of them and looks through its log. A
 * finding there fails the run as a whole.
 */
public final class SharedServer implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);
  private static final Set<Class<?>> OFFERED = Set.of(ParleyServer.class, Api.class, People.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return OFFERED.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == People.class) {
      return people(context);
    }
    return type == Api.class ? server(context).api() : server(context);
  }

  /** The server that is running, for other extensions. */
  static ParleyServer server(ExtensionContext context) {
    return running(context).server;
  }

  static People people(ExtensionContext context) {
    return running(context).people;
  }

  private static Running running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Running.class, type -> new Running(), Running.class);
  }

  /** JUnit closes it with the root's store. */
  private static final class Running implements AutoCloseable {
    final ParleyServer server = RunningServer.told().orElseGet(Running::start);
    final People people = new People(server);

    private static ParleyServer start() {
      ServerOptions options = ServerOptions.unlimited();
      return PostgresServer.isWanted() ? TwoNodes.start(options) : ParleyServer.start(options);
    }

    @Override
    public void close() {
      people.close();
      server.close();
      Discretion.checkLog(server.log());
    }
  }
}
