package dev.parley.user;

import dev.parley.platform.Likes;
import dev.parley.platform.NameQuery;
import dev.parley.platform.NotFoundException;
import dev.parley.platform.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Accounts, for administrators: who has one, what they may do, and whether they may come in. */
@Stateless
public class AccountService {
  private static final String ACCOUNT =
      "select new dev.parley.user.Account(u.id, u.username, u.displayName, u.role, u.createdAt,"
          + " u.disabledAt) from User u";

  @PersistenceContext EntityManager entities;
  @Inject UserRevs revs;
  @Inject Clock clock;

  /**
   * Accounts by id, whose username or display name begins like this.
   *
   * @param query taken literally; all accounts where it is empty
   * @return one more than the page has where there are more
   */
  public List<Account> list(String query, PageRequest page) {
    String wanted = query.strip();
    String key = Username.keyOf(wanted);
    return entities
        .createQuery(
            ACCOUNT
                + " where u.id > :after and (u.usernameKey like :key escape '!'"
                + " or u.searchKey like :name escape '!') order by u.id",
            Account.class)
        .setParameter("after", page.after())
        .setParameter("key", Likes.startingWith(key.isEmpty() ? wanted : key))
        .setParameter("name", Likes.startingWith(NameQuery.key(query)))
        .setMaxResults(page.fetch())
        .getResultList();
  }

  /**
   * One account.
   *
   * @throws NotFoundException if there is none
   */
  public Account get(long userId) {
    return find(userId).orElseThrow(NotFoundException::new);
  }

  /**
   * Gives someone another role.
   *
   * @return whether it was another
   * @throws LastAdminException if nobody else could give it back
   */
  public boolean become(long userId, Role role) {
    if (role != Role.ADMIN) {
      requireAnotherAdmin(userId);
    } else {
      revs.advance(userId);
    }
    return update("u.role = :value where u.id = :id and u.role <> :value", userId, role);
  }

  /**
   * Shuts someone out from now on.
   *
   * @return whether they were not yet
   * @throws LastAdminException if nobody else could let them in again
   */
  public boolean disable(long userId) {
    requireAnotherAdmin(userId);
    return update(
        "u.disabledAt = :value where u.id = :id and u.disabledAt is null", userId, clock.instant());
  }

  /**
   * Lets someone in again.
   *
   * @return whether they were shut out
   */
  public boolean enable(long userId) {
    revs.advance(userId);
    return entities
            .createQuery(
                "update User u set u.disabledAt = null"
                    + " where u.id = :id and u.disabledAt is not null")
            .setParameter("id", userId)
            .executeUpdate()
        == 1;
  }

  /** Locks all who could do it, so that of two who leave at once one stays. */
  private void requireAnotherAdmin(long userId) {
    var concerned = new TreeSet<>(activeAdmins());
    concerned.add(userId);
    if (!revs.advance(concerned).containsKey(userId)) {
      throw new NotFoundException();
    }
    Collection<Long> admins = activeAdmins();
    if (admins.contains(userId) && admins.size() == 1) {
      throw new LastAdminException();
    }
  }

  private List<Long> activeAdmins() {
    return entities
        .createQuery(
            "select u.id from User u where u.role = :admin and u.disabledAt is null", Long.class)
        .setParameter("admin", Role.ADMIN)
        .getResultList();
  }

  private boolean update(String change, long userId, Object value) {
    return entities
            .createQuery("update User u set " + change)
            .setParameter("value", value)
            .setParameter("id", userId)
            .executeUpdate()
        == 1;
  }

  private Optional<Account> find(long userId) {
    return entities
        .createQuery(ACCOUNT + " where u.id = :id", Account.class)
        .setParameter("id", userId)
        .getResultList()
        .stream()
        .findFirst();
  }
}
