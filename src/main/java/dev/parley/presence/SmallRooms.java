package dev.parley.presence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.room.RoomQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The rooms in which people hear who is here; larger ones would drown in it. Thread-safe. */
@ApplicationScoped
public class SmallRooms {
  private static final int MAX_KNOWN = 10_000;
  private static final Duration KNOWN_FOR = Duration.ofMinutes(1); // a little late is no harm

  @Inject RoomQueries rooms;

  private final Cache<Long, Boolean> small =
      Caffeine.newBuilder().maximumSize(MAX_KNOWN).expireAfterWrite(KNOWN_FOR).build();

  /** Those that someone is in. */
  public List<Long> of(long userId) {
    return among(rooms.joined(userId));
  }

  /** Those of some rooms. */
  public List<Long> among(Collection<Long> roomIds) {
    return roomIds.stream().filter(id -> small.get(id, rooms::isSmall)).toList();
  }
}
