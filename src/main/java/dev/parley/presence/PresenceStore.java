package dev.parley.presence;

import dev.parley.platform.FixedLists;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What nodes tell one another of who is connected to them. */
@Stateless
public class PresenceStore {
  @PersistenceContext EntityManager entities;

  /** Where each node stands, by its id. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Map<String, Long> revs() {
    return entities
        .createQuery("select n from PresenceNode n", PresenceNode.class)
        .getResultList()
        .stream()
        .collect(Collectors.toMap(PresenceNode::id, PresenceNode::rev));
  }

  /** Those who came to a node ({@code true}) or left it after a rev, by user id. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Map<Long, Boolean> changes(String nodeId, long since) {
    return entities
        .createQuery(
            "select p from StoredPresence p where p.nodeId = :node and p.rev > :since",
            StoredPresence.class)
        .setParameter("node", nodeId)
        .setParameter("since", since)
        .getResultList()
        .stream()
        .collect(Collectors.toMap(StoredPresence::userId, StoredPresence::isHere));
  }

  /** Begins to tell of a node to which nobody is connected yet. */
  public void begin(String nodeId) {
    entities.persist(new PresenceNode(nodeId));
  }

  /**
   * Tells that a node is alive, and who came and left.
   *
   * @return false if the others have given it up: then nothing was written
   */
  public boolean tell(String nodeId, Collection<Long> came, Collection<Long> left) {
    int found =
        entities
            .createQuery("update PresenceNode n set n.rev = n.rev + 1 where n.id = :node")
            .setParameter("node", nodeId)
            .executeUpdate();
    if (found == 0) {
      return false;
    }
    long rev = revs().getOrDefault(nodeId, 0L);
    Set<Long> fresh = new HashSet<>(came);
    FixedLists.of(came).forEach(some -> fresh.removeAll(known(nodeId, some)));
    mark(nodeId, rev, came.stream().filter(id -> !fresh.contains(id)).toList(), true);
    mark(nodeId, rev, left, false);
    fresh.forEach(userId -> entities.persist(new StoredPresence(nodeId, userId, rev)));
    return true;
  }

  /** Forgets a node that has ended. */
  public void forget(String nodeId) {
    entities
        .createQuery("delete from PresenceNode n where n.id = :node")
        .setParameter("node", nodeId)
        .executeUpdate();
    entities
        .createQuery("delete from StoredPresence p where p.nodeId = :node")
        .setParameter("node", nodeId)
        .executeUpdate();
  }

  private List<Long> known(String nodeId, List<Long> userIds) {
    return entities
        .createQuery(
            "select p.userId from StoredPresence p where p.nodeId = :node and p.userId in :ids",
            Long.class)
        .setParameter("node", nodeId)
        .setParameter("ids", userIds)
        .getResultList();
  }

  private void mark(String nodeId, long rev, Collection<Long> userIds, boolean here) {
    for (List<Long> some : FixedLists.of(userIds)) {
      entities
          .createQuery(
              "update StoredPresence p set p.here = :here, p.rev = :rev"
                  + " where p.nodeId = :node and p.userId in :ids")
          .setParameter("here", here)
          .setParameter("rev", rev)
          .setParameter("node", nodeId)
          .setParameter("ids", some)
          .executeUpdate();
    }
  }
}
