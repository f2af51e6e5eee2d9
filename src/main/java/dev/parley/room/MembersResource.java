package dev.parley.room;

import dev.parley.platform.AccountRates;
import dev.parley.platform.AccountRates.Action;
import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.Ids;
import dev.parley.platform.PageRequest;
import dev.parley.session.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Who is in a room. */
@Path("chat/rooms/{roomId}/members")
@ApplicationScoped
@RolesAllowed("user")
@AgainAfterDeadlock
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MembersResource {
  @Inject MemberService service;
  @Inject RoomQueries rooms;
  @Inject AccountRates rates;
  @Inject Caller caller;

  /** Whom to add; absent for oneself. */
  public record NewMember(@Nullable Long userId) {}

  /** The role to have from now on. */
  public record NewRole(@NotNull RoomRole role) {}

  @GET
  public MemberPage list(
      @PathParam("roomId") String roomId,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    return rooms.members(caller.id(), Ids.parse(roomId), PageRequest.of(cursor, limit));
  }

  @POST
  public Response add(@PathParam("roomId") String roomId, NewMember newcomer) {
    rates.take(Action.MEMBERSHIP, caller.id());
    long userId = newcomer.userId() == null ? caller.id() : newcomer.userId();
    MemberService.Addition addition = service.add(caller.id(), Ids.parse(roomId), userId);
    return Response.status(addition.added() ? 201 : 200).entity(addition.member()).build();
  }

  @PATCH
  @Path("{userId}")
  public MemberView changeRole(
      @PathParam("roomId") String roomId, @PathParam("userId") String userId, NewRole role) {
    rates.take(Action.MEMBERSHIP, caller.id());
    return service.changeRole(caller.id(), Ids.parse(roomId), Ids.parse(userId), role.role());
  }

  @DELETE
  @Path("{userId}")
  public void remove(@PathParam("roomId") String roomId, @PathParam("userId") String userId) {
    rates.take(Action.MEMBERSHIP, caller.id());
    service.remove(caller.id(), Ids.parse(roomId), Ids.parse(userId));
  }
}
