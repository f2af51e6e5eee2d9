package dev.parley.session;

import dev.parley.platform.SignUps;
import org.jspecify.annotations.Nullable;

/**
 * What someone needs to know who is not signed in.
 *
 * @param registration who may make an account
 * @param setUp whether there was no first administrator yet
 * @param signOn the identity provider; null where Parley has accounts of its own
 */
public record DoorView(SignUps registration, boolean setUp, @Nullable SignOnView signOn) {
  /**
   * The identity provider, as people see it.
   *
   * @param name what they call it
   * @param decidesRoles whether its groups decide who is an administrator
   */
  public record SignOnView(String name, boolean decidesRoles) {}
}
