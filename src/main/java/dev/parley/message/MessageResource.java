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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** One message. Its entity tag is its rev. */
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
  public Response read(@Context Request request) {
    MessageView message = history.one(caller.id(), Ids.parse(roomId), Ids.parse(seq));
    return Conditional.answer(request, message, Long.toString(message.rev()));
  }

  @PATCH
  public Response edit(
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected, MessageEdit edit) {
    MessageView message =
        changes.edit(
            caller.id(),
            Ids.parse(roomId),
            Ids.parse(seq),
            edit.text(),
            Conditional.expectedRev(expected));
    return Response.ok(message).tag(Long.toString(message.rev())).build();
  }

  @DELETE
  public void delete(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String expected) {
    changes.delete(
        caller.id(), Ids.parse(roomId), Ids.parse(seq), Conditional.expectedRev(expected));
  }

  @PUT
  @Path("reactions/{emoji}")
  public MessageView react(@PathParam("emoji") String emoji) {
    return react(emoji, true);
  }

  @DELETE
  @Path("reactions/{emoji}")
  public MessageView takeBack(@PathParam("emoji") String emoji) {
    return react(emoji, false);
  }

  private MessageView react(String emoji, boolean on) {
    return changes.react(caller.id(), Ids.parse(roomId), Ids.parse(seq), Emoji.of(emoji), on);
  }
}
