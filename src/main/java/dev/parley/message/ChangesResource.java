package dev.parley.message;

import dev.parley.platform.Ids;
import dev.parley.session.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What changed in one room. */
@Path("chat/rooms/{roomId}/changes")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class ChangesResource {
  @Inject ChangeQueries changes;
  @Inject Caller caller;

  @GET
  public Changes since(
      @PathParam("roomId") String roomId, @QueryParam("since") @Nullable String since) {
    OptionalLong rev =
        since == null ? OptionalLong.empty() : OptionalLong.of(Ids.query("since", since));
    return changes.since(caller.id(), Ids.parse(roomId), rev);
  }
}
