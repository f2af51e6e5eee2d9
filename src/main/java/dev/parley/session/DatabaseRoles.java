package dev.parley.session;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** The caller's roles as the database has them, in place of those that the token claims. */
record DatabaseRoles(Access access, SecurityContext claimed) implements SecurityContext {
  @Override
  public Principal getUserPrincipal() {
    return claimed.getUserPrincipal();
  }

  @Override
  public boolean isUserInRole(String role) {
    return access.holds(role);
  }

  @Override
  public boolean isSecure() {
    return claimed.isSecure();
  }

  @Override
  public String getAuthenticationScheme() {
    return claimed.getAuthenticationScheme();
  }
}
