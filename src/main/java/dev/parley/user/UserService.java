package dev.parley.user;

import dev.parley.platform.Duplicates;
import dev.parley.platform.FixedLists;
import dev.parley.platform.Likes;
import dev.parley.platform.NameQuery;
import dev.parley.platform.NewIds;
import dev.parley.platform.NotFoundException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who there is. */
@Stateless
public class UserService {
  @PersistenceContext EntityManager entities;
  @Inject NewIds ids;
  @Inject UserRevs revs;
  @Inject Event<UserRenamed> renamed;
  @Inject Clock clock;

  /**
   * Refuses a name that is taken, before the work of hashing; {@link #register} decides.
   *
   * @throws UsernameTakenException if someone has this name, or one that looks like it
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public void requireFree(Username username) {
    if (userId(username.key()).isPresent()) {
      throw new UsernameTakenException();
    }
  }

  /**
   * Adds someone who may sign in from now on.
   *
   * @throws UsernameTakenException if someone has this name, or one that looks like it
   */
  public UserView register(NewUser newcomer) {
    var user = new User(ids.next("users"), newcomer, clock.instant());
    add(user);
    return UserView.of(user);
  }

  /** The unique key decides between those who found the name free at the same time. */
  private void add(User user) {
    try {
      entities.persist(user);
      entities.flush();
    } catch (PersistenceException e) {
      throw Duplicates.caused(e) ? new UsernameTakenException() : e;
    }
  }

  /**
   * What to check the password of someone against, who signs in with this name. One statement,
   * found or not: how long it takes must not tell whether there is such a name.
   */
  public Optional<StoredPassword> passwordOf(String username) {
    return entities
        .createQuery("select u from User u where u.usernameKey = :key", User.class)
        .setParameter("key", Username.keyOf(username))
        .getResultList()
        .stream()
        .findFirst()
        .map(User::storedPassword);
  }

  /** What to check the password of a user against. */
  public Optional<StoredPassword> passwordOf(long userId) {
    return Optional.ofNullable(entities.find(User.class, userId)).map(User::storedPassword);
  }

  /**
   * Locks a user to the end of the transaction, so that their password stays what it is.
   *
   * @return empty if it is another one than this by now, or the user is disabled
   */
  public Optional<UserView> lock(StoredPassword proven) {
    return Optional.ofNullable(
            entities.find(User.class, proven.userId(), LockModeType.PESSIMISTIC_WRITE))
        .filter(user -> user.isActive() && user.storedPassword().equals(proven))
        .map(UserView::of);
  }

  /**
   * Stores the hash of the same password, made with today's parameters, unless it was changed
   * meanwhile.
   *
   * @return what is stored now if it was not
   */
  public StoredPassword rehash(StoredPassword proven, String hash) {
    return replace(proven, hash) ? proven.with(hash) : proven;
  }

  /**
   * Gives a user another password; what follows for their sessions is for the caller to do.
   *
   * @param proven what the old one was checked against
   * @return false if that is not it any more, or the user is disabled
   */
  public boolean changePassword(StoredPassword proven, String hash) {
    revs.advance(proven.userId());
    return replace(proven, hash);
  }

  /** The condition decides between those who change it at once. */
  private boolean replace(StoredPassword proven, String hash) {
    return entities
            .createQuery(
                "update User u set u.passwordHash = :hash where u.id = :id"
                    + " and u.passwordHash = :proven and u.disabledAt is null")
            .setParameter("hash", hash)
            .setParameter("id", proven.userId())
            .setParameter("proven", proven.hash().orElse(""))
            .executeUpdate()
        == 1;
  }

  /** Gives a user another password, whatever the old one was. */
  public void resetPassword(long userId, String hash) {
    revs.advance(userId);
    entities
        .createQuery("update User u set u.passwordHash = :hash where u.id = :id")
        .setParameter("hash", hash)
        .setParameter("id", userId)
        .executeUpdate();
  }

  /** Changes how others see someone; nothing happens where they are called so already. */
  public UserView rename(long userId, DisplayName name) {
    if (isCalled(userId, name)) {
      return UserView.of(existing(userId));
    }
    revs.advance(userId);
    User user = existing(userId);
    user.rename(name);
    UserView view = UserView.of(user);
    renamed.fire(new UserRenamed(new Person(view.id(), view.displayName())));
    return view;
  }

  /**
   * Active users whose username or display name begins like this, by display name.
   *
   * @param query taken literally; all users where it is empty
   * @param limit at most so many
   */
  public List<DirectoryEntry> directory(String query, int limit) {
    String wanted = query.strip();
    String key = Username.keyOf(wanted);
    return entities
        .createQuery(
            "select new dev.parley.user.DirectoryEntry(u.id, u.username, u.displayName) from User u"
                + " where u.disabledAt is null and (u.usernameKey like :key escape '!'"
                + " or u.searchKey like :name escape '!') order by u.displayName, u.id",
            DirectoryEntry.class)
        // of characters that nobody sees nothing is left: no name begins like that
        .setParameter("key", Likes.startingWith(key.isEmpty() ? wanted : key))
        .setParameter("name", Likes.startingWith(NameQuery.key(query)))
        .setMaxResults(limit)
        .getResultList();
  }

  /** One user, active or not. */
  public Optional<UserView> find(long id) {
    return Optional.ofNullable(entities.find(User.class, id)).map(UserView::of);
  }

  /** The names of those of these users who exist, active or not, by id. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Map<Long, Person> people(Collection<Long> ids) {
    return people("select u.id, u.displayName from User u where u.id in :ids", ids);
  }

  /** Those of these users who exist and are not disabled. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Set<Long> active(Collection<Long> ids) {
    return people(
            "select u.id, u.displayName from User u where u.id in :ids and u.disabledAt is null",
            ids)
        .keySet();
  }

  private Map<Long, Person> people(String query, Collection<Long> ids) {
    var people = new HashMap<Long, Person>();
    for (List<Long> some : FixedLists.of(ids)) {
      entities.createQuery(query, Object[].class).setParameter("ids", some).getResultList().stream()
          .map(row -> new Person((Long) row[0], (String) row[1]))
          .forEach(person -> people.put(person.id(), person));
    }
    return people;
  }

  private boolean isCalled(long userId, DisplayName name) {
    return entities
        .createQuery("select u.displayName from User u where u.id = :id", String.class)
        .setParameter("id", userId)
        .getResultList()
        .contains(name.text());
  }

  private Optional<Long> userId(String usernameKey) {
    return entities
        .createQuery("select u.id from User u where u.usernameKey = :key", Long.class)
        .setParameter("key", usernameKey)
        .getResultList()
        .stream()
        .findFirst();
  }

  private User existing(long userId) {
    return Optional.ofNullable(entities.find(User.class, userId))
        .orElseThrow(NotFoundException::new);
  }
}
