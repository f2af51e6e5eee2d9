package dev.parley.room;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a room's log, held with the lock on its row until the transaction ends.
 * Numbers are handed out in order and without a hole. Not thread-safe.
 */
public final class RoomLog {
  private final long roomId;
  private final RoomKind kind;
  private final boolean archived;
  private final Instant activeAt;
  private final long before;
  private final long reservedSeq;
  private final long reservedRev;
  private long seq;
  private long rev;

  RoomLog(
      long roomId,
      RoomKind kind,
      @Nullable Instant archivedAt,
      Instant activeAt,
      long lastSeq,
      long lastRev,
      int seqs,
      int revs) {
    this.roomId = roomId;
    this.kind = kind;
    this.archived = archivedAt != null;
    this.activeAt = activeAt;
    this.reservedSeq = lastSeq;
    this.reservedRev = lastRev;
    this.seq = lastSeq - seqs;
    this.rev = lastRev - revs;
    this.before = rev;
  }

  /** The number of the next message. */
  public long nextSeq() {
    return ++seq;
  }

  /** The number of the next change. */
  public long nextRev() {
    return ++rev;
  }

  public long roomId() {
    return roomId;
  }

  public RoomKind kind() {
    return kind;
  }

  public boolean isArchived() {
    return archived;
  }

  /** The rev at which the log stood before this transaction. */
  public long before() {
    return before;
  }

  /** The newest message's number, counting those handed out here. */
  public long lastSeq() {
    return seq;
  }

  /** The newest change's number, counting those handed out here. */
  public long lastRev() {
    return rev;
  }

  /** When something was posted here last, to the second. */
  Instant activeAt() {
    return activeAt;
  }

  boolean isSettled() {
    return seq == reservedSeq && rev == reservedRev;
  }
}
