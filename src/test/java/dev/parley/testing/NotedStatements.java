package dev.parley.testing;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Notes what services ask of the database, and passes it on. */
public final class NotedStatements {
  private final List<String> noted = new ArrayList<>();
  private final EntityManager entities;

  public NotedStatements(EntityManager entities) {
    this.entities =
        (EntityManager)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                  Object first = arguments == null ? "" : Objects.toString(arguments[0]);
                  noted.add(method.getName() + " " + first);
                  try {
                    return method.invoke(entities, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
  }

  /** What a service is given. */
  public EntityManager entities() {
    return entities;
  }

  /** What was asked since this was called last. */
  public List<String> take() {
    List<String> taken = List.copyOf(noted);
    noted.clear();
    return taken;
  }
}
