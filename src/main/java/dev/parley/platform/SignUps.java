package dev.parley.platform;

/** Who may make an account: {@code parley.registration}. */
public enum SignUps {
  /** Everyone. */
  OPEN,
  /** Whoever has an invitation by an administrator. */
  INVITATION,
  /** Nobody; but the first administrator by the set-up token. */
  CLOSED
}
