package dev.parley.session;

import dev.parley.platform.AccountRates;
import dev.parley.platform.AccountRates.Action;
import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.Client;
import dev.parley.platform.NotFoundException;
import dev.parley.platform.Settings;
import dev.parley.user.DisplayName;
import dev.parley.user.LocalAccounts;
import dev.parley.user.PasswordLane;
import dev.parley.user.ProfileChange;
import dev.parley.user.UserService;
import dev.parley.user.UserView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** My own profile and password. */
@Path("users/me")
@ApplicationScoped
@RolesAllowed("user")
@AgainAfterDeadlock
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
  @Inject UserService users;
  @Inject PasswordService passwords;
  @Inject PasswordLane lane;
  @Inject AccountRates rates;
  @Inject Caller caller;
  @Inject Settings settings;

  @GET
  public UserView profile() {
    return users.find(caller.id()).orElseThrow(NotFoundException::new);
  }

  @PATCH
  @LocalAccounts
  public UserView rename(ProfileChange change) {
    rates.take(Action.RENAME, caller.id());
    return users.rename(caller.id(), DisplayName.of(change.displayName()));
  }

  /** Changes the password; every other session ends. */
  @PUT
  @Path("password")
  @LocalAccounts
  public CompletionStage<Response> changePassword(
      PasswordChange change, @Context HttpServletRequest request) {
    var network = Client.of(request, settings).network();
    SignedIn me = caller.signedIn();
    return lane.run(
        () -> {
          passwords.change(me, change, network);
          return Response.noContent().build();
        });
  }
}
