package dev.parley.admin;

import dev.parley.platform.AccountRates;
import dev.parley.platform.AccountRates.Action;
import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.Client;
import dev.parley.platform.Ids;
import dev.parley.platform.NameQuery;
import dev.parley.platform.PageRequest;
import dev.parley.platform.Settings;
import dev.parley.session.Caller;
import dev.parley.session.SessionList;
import dev.parley.user.Account;
import dev.parley.user.AccountService;
import dev.parley.user.IssuedLink;
import dev.parley.user.LocalAccounts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has an account, for administrators. */
@Path("admin/users")
@ApplicationScoped
@RolesAllowed("admin")
@AgainAfterDeadlock
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {
  @Inject AdminService admins;
  @Inject AccountService accounts;
  @Inject Settings settings;
  @Inject AccountRates rates;
  @Inject Caller caller;

  /** Finds accounts by the beginning of a name. */
  @GET
  public AccountPage list(
      @QueryParam("query") @DefaultValue("") String query,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    rates.take(Action.SEARCH, caller.id());
    var page = PageRequest.of(cursor, limit);
    List<Account> found = accounts.list(NameQuery.checked(query), page);
    return new AccountPage(page.cut(found), page.next(found, Account::id));
  }

  @GET
  @Path("{id}")
  public Account get(@PathParam("id") String id) {
    return accounts.get(Ids.parse(id));
  }

  @PATCH
  @Path("{id}")
  public Account change(
      @PathParam("id") String id, AccountChange change, @Context HttpServletRequest request) {
    return admins.change(admin(request), Ids.parse(id), change);
  }

  @GET
  @Path("{id}/sessions")
  public SessionList sessions(
      @PathParam("id") String id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    return admins.sessions(Ids.parse(id), PageRequest.of(cursor, limit));
  }

  @DELETE
  @Path("{id}/sessions")
  public void endSessions(@PathParam("id") String id, @Context HttpServletRequest request) {
    admins.endSessions(admin(request), Ids.parse(id));
  }

  /** A link, told this once, by which the user chooses a new password. */
  @POST
  @Path("{id}/password-link")
  @LocalAccounts
  @Consumes(MediaType.WILDCARD)
  public IssuedLink passwordLink(@PathParam("id") String id, @Context HttpServletRequest request) {
    rates.take(Action.LINK, caller.id());
    return admins.passwordLink(admin(request), Ids.parse(id));
  }

  private Admin admin(HttpServletRequest request) {
    return new Admin(caller.id(), Client.of(request, settings).network());
  }
}
