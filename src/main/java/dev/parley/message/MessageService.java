package dev.parley.message;

import dev.parley.platform.NotFoundException;
import dev.parley.room.Memberships;
import dev.parley.room.ReadMarkers;
import dev.parley.room.RoomAdvanced;
import dev.parley.room.RoomCounters;
import dev.parley.room.RoomLog;
import dev.parley.user.Person;
import dev.parley.user.UserService;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Posts messages: the one place that writes them into the log. */
@Stateless
public class MessageService {
  @PersistenceContext EntityManager entities;
  @Inject RoomCounters counters;
  @Inject Memberships memberships;
  @Inject ReadMarkers markers;
  @Inject UserService users;
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
    Map<Long, PostBatch> batches = batches(drafts);
    List<Outcome> outcomes =
        drafts.stream()
            .map(
                draft ->
                    Optional.ofNullable(batches.get(draft.roomId()))
                        .map(batch -> batch.post(draft))
                        .orElseGet(MessageService::refused))
            .toList();
    finish(batches.values());
    return outcomes;
  }

  /** One for each room that there is, locked by id. */
  private Map<Long, PostBatch> batches(List<Draft> drafts) {
    var authors = new TreeMap<Long, Set<Long>>();
    var counts = new TreeMap<Long, Integer>();
    for (Draft draft : drafts) {
      authors.computeIfAbsent(draft.roomId(), id -> new TreeSet<>()).add(draft.authorId());
      counts.merge(draft.roomId(), 1, Integer::sum);
    }
    SortedMap<Long, RoomLog> logs = counters.lockToPost(counts);
    Map<Long, Person> people = users.activePeople(drafts.stream().map(Draft::authorId).toList());
    var batches = new TreeMap<Long, PostBatch>();
    logs.forEach(
        (roomId, log) -> {
          var some = new HashMap<>(people);
          some.keySet().retainAll(authors.getOrDefault(roomId, Set.of()));
          batches.put(
              roomId, new PostBatch(log, entities, memberships, views, some, clock.instant()));
        });
    return batches;
  }

  private void finish(Collection<PostBatch> batches) {
    var active = new ArrayList<Long>();
    for (PostBatch batch : batches) {
      RoomLog log = batch.log();
      counters.settle(log);
      batch.lastSeqs().forEach((author, seq) -> markers.forward(log.roomId(), author, seq));
      if (!batch.changes().isEmpty()) {
        active.add(log.roomId());
        advanced.fire(new RoomAdvanced(log.roomId(), log.before(), log.lastRev(), batch.changes()));
      }
    }
    counters.active(active, clock.instant());
  }

  static Outcome refused() {
    return new Outcome.Refused(new NotFoundException().problem());
  }
}
