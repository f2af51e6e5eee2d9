package dev.parley.session;

import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.Ids;
import dev.parley.platform.NotFoundException;
import dev.parley.platform.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The devices that I am signed in on. */
@Path("sessions")
@ApplicationScoped
@RolesAllowed("user")
@AgainAfterDeadlock
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
  @Inject SessionService sessions;
  @Inject Caller caller;

  @GET
  public SessionList mine(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
    return sessions.of(caller.id(), caller.sessionId(), PageRequest.of(cursor, limit));
  }

  /** Ends all but the one that asks. */
  @DELETE
  public void endOthers() {
    sessions.endOthers(caller.id(), caller.sessionId());
  }

  @DELETE
  @Path("{id}")
  public void end(@PathParam("id") String id) {
    if (!sessions.end(caller.id(), Ids.parse(id))) {
      throw new NotFoundException();
    }
  }
}
