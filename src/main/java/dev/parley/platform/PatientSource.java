package dev.parley.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL as migrations need it: a statement takes as long as it takes, and a transaction may
 * rest. A connection is given back as it was.
 */
final class PatientSource {
  private final DataSource source;

  private PatientSource(DataSource source) {
    this.source = source;
  }

  /** The same connections, without limits of time. */
  static DataSource of(DataSource source) {
    return proxy(DataSource.class, new PatientSource(source)::connect);
  }

  private @Nullable Object connect(Method method, Object @Nullable [] arguments) throws Throwable {
    Object result = call(source, method, arguments);
    return result instanceof Connection connection ? patient(connection) : result;
  }

  private static Connection patient(Connection connection) throws SQLException {
    int timeout = connection.getNetworkTimeout();
    limit(connection, 0, "set idle_in_transaction_session_timeout = 0");
    return proxy(
        Connection.class,
        (method, arguments) -> {
          if (method.getName().equals("close") && !connection.isClosed()) {
            limit(connection, timeout, "reset idle_in_transaction_session_timeout");
          }
          return call(connection, method, arguments);
        });
  }

  private static void limit(Connection connection, int millis, String command) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, millis);
    try (var statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  /** What a method of an interface does. */
  private interface Behaviour {
    @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Behaviour behaviour) {
    return type.cast(
        Proxy.newProxyInstance(
            PatientSource.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> behaviour.call(method, arguments)));
  }

  private static @Nullable Object call(Object on, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
