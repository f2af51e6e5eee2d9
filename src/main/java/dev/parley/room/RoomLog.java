package dev.parley.room;

/**
 * The right to write a room's log, held with the lock on its row until the transaction ends.
 * Numbers are handed out in order and without a hole. Not thread-safe.
 */
public final class RoomLog {
  private final RoomState state;
  private final long before;
  private long seq;
  private long rev;

  /**
   * The log of a room whose counters are {@code seqs} and {@code revs} further than it is written.
   */
  RoomLog(RoomState state, int seqs, int revs) {
    this.state = state;
    this.seq = state.lastSeq() - seqs;
    this.rev = state.lastRev() - revs;
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
    return state.id();
  }

  public RoomKind kind() {
    return state.kind();
  }

  public boolean isArchived() {
    return state.archivedAt() != null;
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

  boolean isSettled() {
    return seq == state.lastSeq() && rev == state.lastRev();
  }
}
