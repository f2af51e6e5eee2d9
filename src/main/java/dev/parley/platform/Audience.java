package dev.parley.platform;

/** Who may ask for something over HTTP. */
public enum Audience {
  /** Anyone, signed in or not. */
  EVERYONE,
  /** Whoever is signed in. */
  USERS,
  /** Administrators of the server. */
  ADMINS
}
