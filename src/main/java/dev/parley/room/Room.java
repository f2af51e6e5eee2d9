package dev.parley.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A room. Its counters {@code lastSeq} and {@code lastRev} are advanced by {@link RoomCounters}
 * only and never through a loaded entity.
 */
@Entity
@Table(name = "rooms")
public class Room {
  @Id private long id;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private RoomKind kind = RoomKind.PUBLIC;

  private String name = "";

  @Column(name = "name_key")
  private @Nullable String nameKey;

  /** What the name is found by. */
  @Column(name = "search_key")
  private String searchKey = "";

  private String description = "";

  @Column(name = "created_by", updatable = false)
  private long createdBy;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt = Instant.EPOCH;

  @Column(name = "active_at", updatable = false)
  private Instant activeAt = Instant.EPOCH;

  @Column(name = "last_seq", updatable = false)
  private long lastSeq;

  @Column(name = "last_rev", updatable = false)
  private long lastRev;

  @Column(name = "meta_rev")
  private long metaRev;

  @Column(name = "archived_at")
  private @Nullable Instant archivedAt;

  protected Room() {}

  /** A new room whose head is change 1. */
  Room(
      long id,
      RoomKind kind,
      RoomName name,
      RoomDescription description,
      long createdBy,
      Instant now) {
    this.id = id;
    this.kind = kind;
    this.createdBy = createdBy;
    this.createdAt = now;
    this.activeAt = now;
    this.lastRev = 1;
    this.description = description.text();
    rename(name, 1);
  }

  /** Gives the room a name, as change number {@code rev}. */
  final void rename(RoomName newName, long rev) {
    name = newName.text();
    searchKey = newName.key();
    // a private name must not show itself by a conflict
    nameKey = kind == RoomKind.PUBLIC ? newName.key() : null;
    metaRev = rev;
  }

  /** Gives the room a description, as change number {@code rev}. */
  void describe(RoomDescription newDescription, long rev) {
    description = newDescription.text();
    metaRev = rev;
  }

  /** Closes the room for writing and frees its name, as change number {@code rev}. */
  void archive(Instant now, long rev) {
    archivedAt = now;
    nameKey = null;
    metaRev = rev;
  }

  long id() {
    return id;
  }

  boolean isCalled(RoomName someName) {
    return name.equals(someName.text());
  }

  boolean isDescribedAs(RoomDescription some) {
    return description.equals(some.text());
  }

  long metaRev() {
    return metaRev;
  }

  boolean isArchived() {
    return archivedAt != null;
  }

  RoomHead head() {
    return new RoomHead(id(), kind, name, description, createdAt, isArchived());
  }
}
