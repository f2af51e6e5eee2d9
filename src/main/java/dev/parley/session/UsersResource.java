package dev.parley.session;

import dev.parley.platform.AccountRates;
import dev.parley.platform.AccountRates.Action;
import dev.parley.platform.NameQuery;
import dev.parley.platform.PageRequest;
import dev.parley.user.Directory;
import dev.parley.user.UserService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The directory, for mentions and direct messages. */
@Path("users")
@ApplicationScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {
  private static final int MAX_FOUND = 50;

  @Inject UserService users;
  @Inject AccountRates rates;
  @Inject Caller caller;

  /** Finds people by the beginning of a name. */
  @GET
  public Directory find(
      @QueryParam("query") @DefaultValue("") String query,
      @QueryParam("limit") @Nullable String limit) {
    rates.take(Action.SEARCH, caller.id());
    int most = Math.min(PageRequest.limit(limit, MAX_FOUND), MAX_FOUND);
    return new Directory(users.directory(NameQuery.checked(query), most));
  }
}
