package dev.parley.message;

import dev.parley.platform.Addresses;
import dev.parley.platform.Conditional;
import dev.parley.platform.Ids;
import dev.parley.platform.PageRequest;
import dev.parley.session.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The messages of one room. */
@Path("chat/rooms/{roomId}/messages")
@ApplicationScoped
@RolesAllowed("user")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {
  @Inject MessageWriter writer;
  @Inject MessageHistory history;
  @Inject Addresses addresses;
  @Inject Caller caller;

  @POST
  public Response post(@PathParam("roomId") String roomId, NewMessage input, @Context UriInfo uri) {
    Outcome outcome = writer.post(Ids.parse(roomId), caller.id(), input);
    if (outcome instanceof Outcome.Posted posted) {
      var location = addresses.below(uri, posted.message().seq());
      return tagged(Response.created(location), posted.message());
    }
    return tagged(Response.ok(), ((Outcome.Repeated) outcome).message());
  }

  @GET
  public Response page(
      @PathParam("roomId") String roomId,
      @QueryParam("before") @Nullable String before,
      @QueryParam("after") @Nullable String after,
      @QueryParam("around") @Nullable String around,
      @QueryParam("limit") @Nullable String limit,
      @Context HttpHeaders request) {
    int most = PageRequest.limit(limit, PageRequest.DEFAULT_LIMIT);
    Span span =
        Span.of(number("before", before), number("after", after), number("around", around), most);
    MessagePage page = history.page(caller.id(), Ids.parse(roomId), span);
    return Conditional.answer(request, page);
  }

  private static Response tagged(ResponseBuilder response, MessageView message) {
    return Conditional.tagged(response, message, MessageTag.version(message));
  }

  private static @Nullable Long number(String name, @Nullable String value) {
    return value == null ? null : (Long) Ids.query(name, value);
  }
}
