package dev.parley.session;

import dev.parley.platform.Settings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Signing out. */
@Path("logout")
@ApplicationScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class LogoutResource {
  @Inject SignOn signOn;
  @Inject SessionService sessions;
  @Inject Caller caller;
  @Inject Settings settings;

  /**
   * Ends this session: its token, its refresh token and its sockets. Where the identity provider
   * began it, the browser is told where to sign out there too.
   */
  @POST
  public Response logOut(@Context HttpServletRequest request) {
    Optional<URI> place =
        signOn.signOutPlace(caller.sessionId(), () -> PageAddress.of(request, settings, "sign-in"));
    sessions.end(caller.id(), caller.sessionId());
    return place
        .map(address -> Response.ok(new SignedOut(address)))
        .orElseGet(Response::noContent)
        .cookie(RefreshCookie.of(request, settings).cleared())
        .build();
  }
}
