package dev.parley.presence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A node that tells the others who is connected to it. */
@Entity
@Table(name = "presence_nodes")
class PresenceNode {
  @Id private String id = "";
  private long rev;

  protected PresenceNode() {}

  PresenceNode(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  long rev() {
    return rev;
  }
}
