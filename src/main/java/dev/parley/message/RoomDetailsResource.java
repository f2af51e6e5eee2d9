package dev.parley.message;

import dev.parley.platform.Conditional;
import dev.parley.platform.Ids;
import dev.parley.platform.PageRequest;
import dev.parley.room.RoomQueries;
import dev.parley.room.RoomTag;
import dev.parley.room.RoomView;
import dev.parley.session.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** One room with who is in it and what was said last. */
@Path("chat/rooms/{roomId}")
@ApplicationScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class RoomDetailsResource {
  private static final int MEMBERS = 100;

  @Inject RoomQueries rooms;
  @Inject MessageHistory history;
  @Inject Caller caller;

  @GET
  public Response details(@PathParam("roomId") String id, @Context HttpHeaders request) {
    long roomId = Ids.parse(id);
    long metaRev = rooms.metaRev(caller.id(), roomId); // first: a tag never runs ahead of the body
    RoomView room = rooms.visible(caller.id(), roomId);
    var members = rooms.members(caller.id(), roomId, new PageRequest(0, MEMBERS)).members();
    var messages = history.newest(room, ChangeQueries.PAGE);
    var details = new RoomDetails(room, members, messages);
    return Conditional.answer(request, details, RoomTag.version(metaRev));
  }
}
