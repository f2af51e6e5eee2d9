package dev.parley.session;

import dev.parley.platform.Settings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Signing out. */
@Path("logout")
@ApplicationScoped
@RolesAllowed("user")
public class LogoutResource {
  @Inject SessionService sessions;
  @Inject Caller caller;
  @Inject Settings settings;

  /** Ends this session: its token, its refresh token and its sockets. */
  @POST
  public Response logOut(@Context HttpServletRequest request) {
    sessions.end(caller.id(), caller.sessionId());
    return Response.noContent().cookie(RefreshCookie.of(request, settings).cleared()).build();
  }
}
