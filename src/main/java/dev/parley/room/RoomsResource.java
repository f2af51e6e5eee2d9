package dev.parley.room;

import dev.parley.platform.AccountRates;
import dev.parley.platform.AccountRates.Action;
import dev.parley.platform.Addresses;
import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.Conditional;
import dev.parley.platform.InvalidInputException;
import dev.parley.platform.NameQuery;
import dev.parley.platform.PageRequest;
import dev.parley.session.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rooms that the caller may see. */
@Path("chat/rooms")
@ApplicationScoped
@RolesAllowed("user")
@AgainAfterDeadlock
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RoomsResource {
  @Inject RoomService service;
  @Inject RoomQueries rooms;
  @Inject Addresses addresses;
  @Inject AccountRates rates;
  @Inject Caller caller;

  @GET
  public RoomPage list(
      @QueryParam("query") @DefaultValue("") String query,
      @QueryParam("joined") @Nullable String joined,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    if (!query.isEmpty()) {
      rates.take(Action.SEARCH, caller.id());
    }
    return rooms.list(
        caller.id(),
        new RoomFilter(NameQuery.checked(query), flag(joined), PageRequest.of(cursor, limit)));
  }

  @POST
  public Response create(NewRoom input, @Context UriInfo uri) {
    rates.take(Action.ROOM, caller.id());
    rates.take(Action.MEMBERSHIP, caller.id(), input.people());
    RoomView room = service.create(caller.id(), input);
    return Conditional.tagged(
        Response.created(addresses.below(uri, room.id())),
        room,
        RoomTag.version(rooms.metaRev(caller.id(), room.id())));
  }

  private static Optional<Boolean> flag(@Nullable String value) {
    if (value == null) {
      return Optional.empty();
    }
    return switch (value) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> throw new InvalidInputException("joined", "pattern", "must be true or false");
    };
  }
}
