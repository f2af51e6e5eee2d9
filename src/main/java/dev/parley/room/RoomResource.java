package dev.parley.room;

import dev.parley.platform.AccountRates;
import dev.parley.platform.AccountRates.Action;
import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.Conditional;
import dev.parley.platform.Ids;
import dev.parley.session.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** One room's head, and how far the caller has read it. */
@Path("chat/rooms/{roomId}")
@ApplicationScoped
@RolesAllowed("user")
@AgainAfterDeadlock
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RoomResource {
  @Inject RoomService service;
  @Inject ReadMarkers markers;
  @Inject AccountRates rates;
  @Inject Caller caller;

  @PATCH
  public Response edit(
      @PathParam("roomId") String roomId, @Context HttpHeaders request, RoomEdit edit) {
    rates.take(Action.RENAME, caller.id());
    StoredRoom room =
        service.edit(caller.id(), Ids.parse(roomId), edit, Conditional.ifMatch(request));
    return Conditional.tagged(Response.ok(), room.view(), RoomTag.version(room.metaRev()));
  }

  @DELETE
  public void archive(@PathParam("roomId") String roomId, @Context HttpHeaders request) {
    rates.take(Action.RENAME, caller.id());
    service.archive(caller.id(), Ids.parse(roomId), Conditional.ifMatch(request));
  }

  @PUT
  @Path("read")
  public void read(@PathParam("roomId") String roomId, ReadUpTo marker) {
    markers.read(caller.id(), Ids.parse(roomId), marker.seq());
  }
}
