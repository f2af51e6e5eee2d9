package dev.parley.container;

import dev.parley.room.RoomAdvanced;
import dev.parley.session.SessionsEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was told after a commit. */
@ApplicationScoped
public class Heard {
  private final List<RoomAdvanced> advances = new CopyOnWriteArrayList<>();
  private final List<Long> endedSessions = new CopyOnWriteArrayList<>();

  void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomAdvanced advance) {
    advances.add(advance);
  }

  void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded ended) {
    endedSessions.addAll(ended.sessionIds());
  }

  /** Whether it was told of a session's end. */
  public boolean hasEnded(long session) {
    return endedSessions.contains(session);
  }

  /** Up to which rev it knows of a room; 0 if it knows nothing. */
  public long rev(long room) {
    return advances.stream()
        .filter(advance -> advance.roomId() == room)
        .mapToLong(RoomAdvanced::upTo)
        .max()
        .orElse(0);
  }
}
