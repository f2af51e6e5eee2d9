package dev.parley.message;

import dev.parley.platform.NotFoundException;
import dev.parley.room.Memberships;
import dev.parley.room.Posting;
import dev.parley.room.ReadMarkers;
import dev.parley.room.RoomAdvanced;
import dev.parley.room.RoomCounters;
import dev.parley.room.RoomLog;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

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
    var outcomes = new Outcome[drafts.size()];
    places.forEach(
        (roomId, some) -> {
          List<Outcome> posted = postTo(roomId, some.stream().map(drafts::get).toList());
          for (int i = 0; i < posted.size(); i++) {
            outcomes[some.get(i)] = posted.get(i);
          }
        });
    return List.of(outcomes);
  }

  private List<Outcome> postTo(long roomId, List<Draft> drafts) {
    Optional<Posting> lock = counters.lockToPost(roomId, drafts.size(), authors(drafts));
    if (lock.isEmpty()) {
      return drafts.stream().<Outcome>map(draft -> refused()).toList();
    }
    RoomLog log = lock.get().log();
    var batch = new PostBatch(lock.get(), entities, memberships, views, clock.instant());
    List<Outcome> outcomes = drafts.stream().map(batch::post).toList();
    counters.settle(log);
    batch.lastSeqs().forEach((author, seq) -> markers.forward(roomId, author, seq));
    if (!batch.changes().isEmpty()) {
      counters.active(log, clock.instant());
      advanced.fire(new RoomAdvanced(roomId, log.before(), log.lastRev(), batch.changes()));
    }
    return outcomes;
  }

  private static List<Long> authors(List<Draft> drafts) {
    return drafts.stream().map(Draft::authorId).distinct().toList();
  }

  static Outcome refused() {
    return new Outcome.Refused(new NotFoundException().problem());
  }
}
