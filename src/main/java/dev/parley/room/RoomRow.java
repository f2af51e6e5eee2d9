package dev.parley.room;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A room with one person's place in it, as one query reads it. Scalars, because an entity that was
 * loaded earlier in the transaction holds counters of then.
 *
 * @param role absent for someone who is no member
 * @param metaRev number of the newest change of the room's head
 */
public record RoomRow(
    Long id,
    RoomKind kind,
    String name,
    String description,
    Instant createdAt,
    @Nullable Instant archivedAt,
    Long lastSeq,
    Long lastRev,
    Long metaRev,
    @Nullable RoomRole role,
    @Nullable Long readSeq) {

  /** Whether the person may see it: members may, and everyone a public one. */
  boolean isVisible() {
    return role != null || kind == RoomKind.PUBLIC;
  }

  /** How it looks to the person. */
  RoomView view() {
    boolean member = role != null;
    long read = readSeq == null ? 0 : readSeq;
    return new RoomView(
        id,
        kind,
        name,
        description.isEmpty() ? null : description,
        createdAt,
        lastSeq,
        lastRev,
        archivedAt == null ? null : true,
        role,
        member ? read : null,
        member ? unread(read) : null);
  }

  /** An archived room asks for nobody's attention. */
  private long unread(long read) {
    return archivedAt == null ? Math.min(RoomView.MAX_UNREAD, Math.max(0, lastSeq - read)) : 0;
  }
}
