package dev.parley.message;

import dev.parley.platform.NotFoundException;
import dev.parley.room.Memberships;
import dev.parley.room.Posting;
import dev.parley.room.ReadMarkers;
import dev.parley.room.RoomAdvanced;
import dev.parley.room.RoomCounters;
import dev.parley.room.RoomKind;
import dev.parley.room.RoomLog;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Posts messages: the one place that writes them into the log. */
@Stateless
public class MessageService {
  @PersistenceContext EntityManager entities;
  @Inject RoomCounters counters;
  @Inject Memberships memberships;
  @Inject ReadMarkers markers;
  @Inject MessageViews views;
  @Inject Event<RoomAdvanced> advanced;
  @Inject Clock clock;

  /**
   * Posts what waits, in order within each room, in one transaction.
   *
   * @param drafts at least one, of one room or several; a draft whose client id its author has used
   *     in the room before is not stored again
   * @return one outcome for each draft, in the same order
   */
  public List<Outcome> postAll(List<Draft> drafts) {
    // all messages go out together at the end and not before each statement: a batch knows what it
    // stored, and joining flushes for itself
    entities.setFlushMode(FlushModeType.COMMIT);
    var places = new TreeMap<Long, List<Integer>>(); // rooms are locked by id
    for (int i = 0; i < drafts.size(); i++) {
      places.computeIfAbsent(drafts.get(i).roomId(), id -> new ArrayList<>()).add(i);
    }
    var locks = new HashMap<Long, Posting>(); // of all rooms, before somebody joins one of them
    places.forEach(
        (roomId, some) ->
            lock(roomId, of(some, drafts)).ifPresent(lock -> locks.put(roomId, lock)));
    Set<Long> full = memberships.full(newcomers(locks.values()));
    var outcomes = new Outcome[drafts.size()];
    places.forEach(
        (roomId, some) -> {
          List<Outcome> posted = post(locks.get(roomId), of(some, drafts), full);
          for (int i = 0; i < posted.size(); i++) {
            outcomes[some.get(i)] = posted.get(i);
          }
        });
    return List.of(outcomes);
  }

  private static List<Draft> of(List<Integer> places, List<Draft> drafts) {
    return places.stream().map(drafts::get).toList();
  }

  /** Those whose message would put them into a room. */
  private static Set<Long> newcomers(Collection<Posting> locks) {
    return locks.stream()
        .filter(lock -> lock.log().kind() == RoomKind.PUBLIC)
        .flatMap(lock -> lock.authors().values().stream())
        .filter(author -> !author.isMember())
        .map(author -> author.person().id())
        .collect(Collectors.toSet());
  }

  private Optional<Posting> lock(long roomId, List<Draft> drafts) {
    List<Long> authors = drafts.stream().map(Draft::authorId).distinct().toList();
    return counters.lockToPost(roomId, drafts.size(), authors);
  }

  /** Posts to one room; there is none where there is no lock. */
  private List<Outcome> post(@Nullable Posting lock, List<Draft> drafts, Set<Long> full) {
    if (lock == null) {
      return drafts.stream().<Outcome>map(draft -> refused()).toList();
    }
    RoomLog log = lock.log();
    var batch = new PostBatch(lock, full, entities, memberships, views, clock.instant());
    List<Outcome> outcomes = drafts.stream().map(batch::post).toList();
    counters.settle(log);
    batch.lastSeqs().forEach((author, seq) -> markers.forward(log.roomId(), author, seq));
    if (!batch.changes().isEmpty()) {
      counters.active(log, clock.instant());
      advanced.fire(new RoomAdvanced(log.roomId(), log.before(), log.lastRev(), batch.changes()));
    }
    return outcomes;
  }

  static Outcome refused() {
    return new Outcome.Refused(new NotFoundException().problem());
  }
}
