package dev.parley.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open sockets of this node, by user. Thread-safe. */
@ApplicationScoped
public class Connections {
  private final Map<Long, Set<Connection>> byUser = new ConcurrentHashMap<>();

  /**
   * Adds a connection unless its user has too many.
   *
   * @param most connections a user; 0 for no limit
   */
  boolean add(Connection connection, int most) {
    Set<Connection> all =
        byUser.compute(
            connection.userId(),
            (user, connections) -> {
              Set<Connection> some =
                  connections == null ? ConcurrentHashMap.newKeySet() : connections;
              if (most == 0 || some.size() < most) {
                some.add(connection);
              }
              return some;
            });
    return all.contains(connection);
  }

  void remove(Connection connection) {
    byUser.computeIfPresent(
        connection.userId(),
        (user, connections) -> {
          connections.remove(connection);
          return connections.isEmpty() ? null : connections;
        });
  }

  /** The open sockets of one user. */
  Collection<Connection> of(long userId) {
    return List.copyOf(byUser.getOrDefault(userId, Set.of()));
  }

  /** Those who have an open socket. */
  Collection<Long> users() {
    return List.copyOf(byUser.keySet());
  }

  /** All open sockets. */
  Collection<Connection> all() {
    return byUser.values().stream().flatMap(Set::stream).toList();
  }
}
