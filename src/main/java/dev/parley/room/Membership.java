package dev.parley.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Someone's place in a room; it stays, as left, when they go, so that the change can be told. */
@Entity
@IdClass(MembershipKey.class)
@Table(name = "memberships")
public class Membership {
  @Id
  @Column(name = "room_id")
  private long roomId;

  @Id
  @Column(name = "user_id")
  private long userId;

  @Enumerated(EnumType.STRING)
  private RoomRole role = RoomRole.MEMBER;

  @Column(name = "joined_at")
  private Instant joinedAt = Instant.EPOCH;

  @Column(name = "left_at")
  private @Nullable Instant leftAt;

  private long rev;

  /** 1 for someone who is here because of a group, and goes with it. */
  @Column(name = "by_group")
  private short byGroup;

  protected Membership() {}

  Membership(long roomId, long userId, RoomRole role, Instant joinedAt, long rev) {
    this.roomId = roomId;
    this.userId = userId;
    this.role = role;
    this.joinedAt = joinedAt;
    this.rev = rev;
  }

  /** Comes back as a plain member, as change number {@code newRev} of the room. */
  void rejoin(Instant now, long newRev) {
    role = RoomRole.MEMBER;
    joinedAt = now;
    leftAt = null;
    byGroup = 0;
    rev = newRev;
  }

  /** Is here because of a group. */
  void followGroup() {
    byGroup = 1;
  }

  /** Goes, as change number {@code newRev} of the room. */
  void leave(Instant now, long newRev) {
    leftAt = now;
    rev = newRev;
  }

  /** Takes another role, as change number {@code newRev} of the room. */
  void become(RoomRole newRole, long newRev) {
    role = newRole;
    rev = newRev;
  }

  boolean isByGroup() {
    return byGroup == 1;
  }

  long roomId() {
    return roomId;
  }

  long userId() {
    return userId;
  }

  RoomRole role() {
    return role;
  }

  boolean isActive() {
    return leftAt == null;
  }

  long rev() {
    return rev;
  }
}
