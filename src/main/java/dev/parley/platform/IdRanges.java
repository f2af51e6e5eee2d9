package dev.parley.platform;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Ranges of ids, each given to one node only. {@link NewIds} hands them out one by one. */
@Stateless
public class IdRanges {
  @PersistenceContext EntityManager entities;

  /**
   * Takes a range out of those that are free, in a transaction of its own: nobody else waits for
   * what the caller's transaction still does, and a range is never given twice.
   *
   * @param name a name in the table {@code id_ranges}
   * @return the first id of {@code count} that follow one another
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public long reserve(String name, int count) {
    entities
        .createNativeQuery("update id_ranges set next_id = next_id + ?1 where name = ?2")
        .setParameter(1, count)
        .setParameter(2, name)
        .executeUpdate();
    Number next =
        (Number)
            entities
                .createNativeQuery("select next_id from id_ranges where name = ?1")
                .setParameter(1, name)
                .getSingleResult();
    return next.longValue() - count;
  }
}
