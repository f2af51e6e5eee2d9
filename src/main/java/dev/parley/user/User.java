package dev.parley.user;

import dev.parley.platform.Secrets;
import dev.parley.platform.Texts;
import dev.parley.provider.Identity;
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
  /** UTF-16 units that are kept of what the identity provider calls someone. */
  private static final int MAX_TOLD = 256;

  @Id private long id;

  private String username;

  @Column(name = "username_key")
  private String usernameKey;

  @Column(name = "display_name")
  private String displayName;

  /** What the display name is found by. */
  @Column(name = "search_key")
  private String searchKey;

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

  /** Who they are at the identity provider; null for those who have an account of Parley's own. */
  @Column(name = "provider_key", updatable = false)
  private @Nullable String providerKey;

  /** What the identity provider called them when it last told. */
  @Column(name = "provider_username")
  private @Nullable String providerUsername;

  /** When that was. */
  @Column(name = "claims_at")
  private @Nullable Instant claimsAt;

  /** Since when tokens count that were never seen here; null where all do. */
  @Column(name = "signed_out_at")
  private @Nullable Instant signedOutAt;

  @SuppressWarnings("NullAway") // filled in by JPA
  protected User() {}

  User(long id, NewUser newcomer, Instant now) {
    this(id, newcomer.username(), newcomer.displayName(), now);
    this.passwordHash = newcomer.passwordHash();
  }

  /** Someone whom the identity provider told of. */
  User(
      long id,
      Username username,
      DisplayName displayName,
      Identity identity,
      Role role,
      Instant now) {
    this(id, username, displayName, now);
    this.role = role;
    this.providerKey = identity.key();
    this.providerUsername = told(identity.username());
    this.claimsAt = identity.issuedAt();
  }

  private User(long id, Username username, DisplayName displayName, Instant now) {
    this.id = id;
    this.username = username.text();
    this.usernameKey = username.key();
    this.displayName = displayName.text();
    this.searchKey = displayName.searchKey();
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
    return new StoredPassword(id(), Optional.ofNullable(passwordHash), isActive());
  }

  String usernameKey() {
    return usernameKey;
  }

  boolean isActive() {
    return disabledAt == null;
  }

  /** Whether the identity provider calls them what it called them before. */
  boolean isCalled(String toldName) {
    return told(toldName).equals(providerUsername);
  }

  /** Takes the name that fits what the identity provider calls them now. */
  void become(Username newName, String toldName) {
    username = newName.text();
    usernameKey = newName.key();
    providerUsername = told(toldName);
  }

  /** It is compared and never shown: what not every database takes is kept as a hash. */
  private static String told(String name) {
    String begin = name.substring(0, Math.min(name.length(), MAX_TOLD));
    return Texts.isClean(begin) ? begin : Secrets.hash(begin);
  }

  void become(Role newRole) {
    role = newRole;
  }

  void rename(DisplayName newName) {
    displayName = newName.text();
    searchKey = newName.searchKey();
  }
}
