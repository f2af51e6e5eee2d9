package dev.parley.user;

import dev.parley.platform.FixedLists;
import dev.parley.platform.NotFoundException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The counter of each user that advances when something of their own changes: sessions ended, role,
 * a room added or taken.
 *
 * <p>Advancing locks the user's row to the end of the transaction. Rooms are locked before users,
 * and users in the order of their ids.
 */
@Stateless
public class UserRevs {
  @PersistenceContext EntityManager entities;

  /**
   * Advances one user's counter.
   *
   * @return its new value
   * @throws NotFoundException if there is no such user
   */
  public long advance(long userId) {
    int found =
        entities
            // native SQL, for the reason that RoomCounters has
            .createNativeQuery("update users set last_rev = last_rev + 1 where id = ?1")
            .setParameter(1, userId)
            .executeUpdate();
    if (found == 0) {
      throw new NotFoundException();
    }
    return of(userId);
  }

  /**
   * Advances the counters of several users.
   *
   * @return their new values by id, without those who do not exist
   */
  public Map<Long, Long> advance(Collection<Long> userIds) {
    var revs = new HashMap<Long, Long>();
    for (List<Long> ids : FixedLists.of(userIds)) {
      advanceAll(ids);
      revs.putAll(of(ids));
    }
    return revs;
  }

  private void advanceAll(List<Long> ids) {
    String places =
        IntStream.rangeClosed(1, ids.size())
            .mapToObj(i -> "?" + i)
            .collect(Collectors.joining(","));
    var update =
        entities.createNativeQuery(
            "update users set last_rev = last_rev + 1 where id in (" + places + ")");
    for (int i = 0; i < ids.size(); i++) {
      update.setParameter(i + 1, ids.get(i));
    }
    update.executeUpdate();
  }

  /** The counters of some users, by id; as many as {@link FixedLists} puts into one list. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Map<Long, Long> of(Collection<Long> userIds) {
    return entities
        .createQuery("select u.id, u.lastRev from User u where u.id in :ids", Object[].class)
        .setParameter("ids", userIds)
        .getResultList()
        .stream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
  }

  /**
   * The counter of one user.
   *
   * @throws NotFoundException if there is no such user
   */
  public long of(long userId) {
    return entities
        .createQuery("select u.lastRev from User u where u.id = :id", Long.class)
        .setParameter("id", userId)
        .getResultList()
        .stream()
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }
}
