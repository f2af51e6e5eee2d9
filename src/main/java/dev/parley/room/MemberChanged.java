package dev.parley.room;

/** Someone came, went or took another role. */
public record MemberChanged(long roomId, long rev, MemberView member) implements RoomChange {
  /** The frame {@code member} of the protocol. */
  public record MemberFrame(String ev, long room, long prev, long rev, MemberView member) {}

  @Override
  public MemberFrame frame(long prev) {
    return new MemberFrame("member", roomId, prev, rev, member);
  }

  /** Whether this person is out now. */
  public boolean isGone() {
    return Boolean.TRUE.equals(member.left());
  }
}
