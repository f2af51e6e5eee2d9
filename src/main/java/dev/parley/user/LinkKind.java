package dev.parley.user;

import java.time.Duration;

/** What a link that is good once lets its bearer do, and for how long. Names are stored. */
public enum LinkKind {
  /** Sign up, where not everyone may. */
  INVITATION(Duration.ofDays(7)),
  /** Choose a new password. */
  PASSWORD(Duration.ofDays(1));

  private final Duration lifetime;

  LinkKind(Duration lifetime) {
    this.lifetime = lifetime;
  }

  Duration lifetime() {
    return lifetime;
  }
}
