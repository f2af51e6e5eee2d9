package dev.parley.user;

/** What someone may do on the server as a whole; rooms have roles of their own. */
public enum Role {
  USER,
  ADMIN
}
