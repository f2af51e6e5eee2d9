package dev.parley.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** How far someone has read a room. It moves forward only, by {@link ReadMarkers}. */
@Entity
@IdClass(MembershipKey.class)
@Table(name = "read_markers")
public class ReadMarker {
  @Id
  @Column(name = "room_id")
  private long roomId;

  @Id
  @Column(name = "user_id")
  private long userId;

  @Column(name = "read_seq")
  private long readSeq;

  protected ReadMarker() {}

  ReadMarker(long roomId, long userId, long readSeq) {
    this.roomId = roomId;
    this.userId = userId;
    this.readSeq = readSeq;
  }

  long readSeq() {
    return readSeq;
  }
}
