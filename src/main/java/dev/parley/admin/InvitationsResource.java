package dev.parley.admin;

import dev.parley.platform.AccountRates;
import dev.parley.platform.AccountRates.Action;
import dev.parley.platform.Client;
import dev.parley.platform.Settings;
import dev.parley.session.Caller;
import dev.parley.user.IssuedLink;
import dev.parley.user.LocalAccounts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Letting someone sign up where not everyone may. */
@Path("admin/invitations")
@ApplicationScoped
@RolesAllowed("admin")
@LocalAccounts
@Produces(MediaType.APPLICATION_JSON)
public class InvitationsResource {
  @Inject AdminService admins;
  @Inject Settings settings;
  @Inject AccountRates rates;
  @Inject Caller caller;

  /** A link, told this once, by which one person signs up. */
  @POST
  public IssuedLink invite(@Context HttpServletRequest request) {
    rates.take(Action.LINK, caller.id());
    return admins.invitation(new Admin(caller.id(), Client.of(request, settings).network()));
  }
}
