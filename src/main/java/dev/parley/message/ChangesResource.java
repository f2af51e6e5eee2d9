package dev.parley.message;

import dev.parley.platform.Ids;
import dev.parley.platform.InvalidInputException;
import dev.parley.session.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What changed in one room, for clients without a socket. */
@Path("chat/rooms/{roomId}/changes")
@ApplicationScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class ChangesResource {
  /** Seconds that a request may wait for a change; below the time-outs of proxies. */
  static final int MAX_WAIT = 25;

  @Inject ChangesToCome changes;
  @Inject Caller caller;

  @GET
  public CompletionStage<Changes> since(
      @PathParam("roomId") String roomId,
      @QueryParam("since") @Nullable String since,
      @QueryParam("wait") @Nullable String wait) {
    OptionalLong rev =
        since == null ? OptionalLong.empty() : OptionalLong.of(Ids.query("since", since));
    Duration patience = wait == null ? Duration.ZERO : patience(wait);
    return changes.since(caller.signedIn(), Ids.parse(roomId), rev, patience);
  }

  private static Duration patience(String wait) {
    long seconds = Ids.query("wait", wait);
    if (seconds > MAX_WAIT) {
      throw new InvalidInputException("wait", "range", "must be at most " + MAX_WAIT + " seconds");
    }
    return Duration.ofSeconds(seconds);
  }
}
