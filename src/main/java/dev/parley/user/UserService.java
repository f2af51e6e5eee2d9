package dev.parley.user;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who there is. */
@Stateless
public class UserService {
  @PersistenceContext EntityManager entities;
  @Inject Clock clock;

  /** Adds someone who may sign in from now on. */
  public UserView register(Registration registration) {
    var username = Username.of(registration.username());
    String shown = registration.displayName();
    var name = DisplayName.of(shown == null ? username.text() : shown);
    var user = new User(username, name, "", clock.instant());
    entities.persist(user);
    entities.flush();
    return UserView.of(user);
  }

  /** One user, active or not. */
  public Optional<UserView> find(long id) {
    return Optional.ofNullable(entities.find(User.class, id)).map(UserView::of);
  }

  /** The names of those of these users who exist, active or not, by id. */
  public Map<Long, Person> people(Collection<Long> ids) {
    var people = new HashMap<Long, Person>();
    for (List<Long> some : Ids.chunks(ids)) {
      entities
          .createQuery("select u.id, u.displayName from User u where u.id in :ids", Object[].class)
          .setParameter("ids", some)
          .getResultStream()
          .map(row -> new Person((Long) row[0], (String) row[1]))
          .forEach(person -> people.put(person.id(), person));
    }
    return people;
  }

  /** The names of those of these users who exist and are not disabled, by id. */
  public Map<Long, Person> activePeople(Collection<Long> ids) {
    Map<Long, Person> people = people(ids);
    people.keySet().retainAll(active(ids));
    return people;
  }

  /** Those of these users who exist and are not disabled. */
  public Set<Long> active(Collection<Long> ids) {
    var active = new HashSet<Long>();
    for (List<Long> some : Ids.chunks(ids)) {
      active.addAll(
          entities
              .createQuery(
                  "select u.id from User u where u.id in :ids and u.disabledAt is null", Long.class)
              .setParameter("ids", some)
              .getResultList());
    }
    return active;
  }
}
