package dev.parley.presence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** Whether someone is connected to a node, since a rev of that node. */
@Entity
@IdClass(StoredPresence.Key.class)
@Table(name = "presences")
class StoredPresence {
  @Id
  @Column(name = "node_id")
  private String nodeId = "";

  @Id
  @Column(name = "user_id")
  private long userId;

  @SuppressWarnings("UnusedVariable") // queries ask for it
  private long rev;

  private boolean here;

  protected StoredPresence() {}

  StoredPresence(String nodeId, long userId, long rev) {
    this.nodeId = nodeId;
    this.userId = userId;
    this.rev = rev;
    this.here = true;
  }

  long userId() {
    return userId;
  }

  boolean isHere() {
    return here;
  }

  /** Someone at a node. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private String nodeId = "";
    private long userId;

    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.nodeId.equals(nodeId) && key.userId == userId;
    }

    @Override
    public int hashCode() {
      return Objects.hash(nodeId, userId);
    }
  }
}
