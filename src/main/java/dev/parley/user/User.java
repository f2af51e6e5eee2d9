package dev.parley.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Someone with an account. */
@Entity
@Table(name = "users")
public class User {
  @Id private long id;

  private String username;

  @Column(name = "username_key")
  private String usernameKey;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "password_hash")
  private @Nullable String passwordHash;

  @Enumerated(EnumType.STRING)
  private Role role;

  /** Only {@link UserRevs} moves it: an entity loaded earlier would put it back. */
  @Column(name = "last_rev", updatable = false)
  private long lastRev;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "disabled_at")
  private @Nullable Instant disabledAt;

  @SuppressWarnings("NullAway") // filled in by JPA
  protected User() {}

  User(long id, Username username, DisplayName displayName, String passwordHash, Instant now) {
    this.id = id;
    this.username = username.text();
    this.usernameKey = username.key();
    this.displayName = displayName.text();
    this.passwordHash = passwordHash;
    this.role = Role.USER;
    this.createdAt = now;
  }

  public long id() {
    return id;
  }

  public String username() {
    return username;
  }

  public String displayName() {
    return displayName;
  }

  public Role role() {
    return role;
  }

  public Instant createdAt() {
    return createdAt;
  }

  StoredPassword storedPassword() {
    return new StoredPassword(id(), Optional.ofNullable(passwordHash), disabledAt == null);
  }

  void become(Role newRole) {
    role = newRole;
  }

  void rename(DisplayName newName) {
    displayName = newName.text();
  }
}
