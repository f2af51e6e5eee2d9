package dev.parley.message;

import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.Conditional;
import dev.parley.platform.Ids;
import dev.parley.session.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** One message; see {@link MessageTag}. */
@Path("chat/rooms/{roomId}/messages/{seq}")
@RequestScoped
@RolesAllowed("user")
@AgainAfterDeadlock
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MessageResource {
  @Inject MessageHistory history;
  @Inject MessageChanges changes;
  @Inject Caller caller;

  @PathParam("roomId")
  String roomId = "";

  @PathParam("seq")
  String seq = "";

  @GET
  public Response read(@Context HttpHeaders request) {
    MessageView message = history.one(caller.id(), Ids.parse(roomId), Ids.parse(seq));
    return Conditional.answer(request, message, MessageTag.version(message));
  }

  @PATCH
  public Response edit(@Context HttpHeaders request, MessageEdit edit) {
    MessageView message =
        changes.edit(
            caller.id(),
            Ids.parse(roomId),
            Ids.parse(seq),
            edit.text(),
            Conditional.ifMatch(request));
    return tagged(message);
  }

  @DELETE
  public void delete(@Context HttpHeaders request) {
    changes.delete(caller.id(), Ids.parse(roomId), Ids.parse(seq), Conditional.ifMatch(request));
  }

  @PUT
  @Path("reactions/{emoji}")
  public Response react(@PathParam("emoji") String emoji) {
    return react(emoji, true);
  }

  @DELETE
  @Path("reactions/{emoji}")
  public Response takeBack(@PathParam("emoji") String emoji) {
    return react(emoji, false);
  }

  private Response react(String emoji, boolean on) {
    return tagged(
        changes.react(caller.id(), Ids.parse(roomId), Ids.parse(seq), Emoji.of(emoji), on));
  }

  private static Response tagged(MessageView message) {
    return Conditional.tagged(Response.ok(), message, MessageTag.version(message));
  }
}
