package dev.parley.session;

import dev.parley.user.Role;

/**
 * Someone who may come in, as the database has it now.
 *
 * @param role what the user may do on the server as a whole, whatever the token says
 */
public record Access(SignedIn signedIn, Role role) {
  /** Whether a role that a resource asks for is this user's. */
  boolean holds(String asked) {
    return asked.equals("user") || (asked.equals("admin") && role == Role.ADMIN);
  }
}
