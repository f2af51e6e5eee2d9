package dev.parley.session;

import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.Client;
import dev.parley.platform.InvalidInputException;
import dev.parley.platform.ProviderSettings;
import dev.parley.platform.Settings;
import dev.parley.user.DecidedByProviderException;
import dev.parley.user.SetUpService;
import dev.parley.user.UserView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Becoming the first administrator. */
@Path("set-up")
@ApplicationScoped
@RolesAllowed("user")
@AgainAfterDeadlock
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SetUpResource {
  @Inject SetUpService setUp;
  @Inject Caller caller;
  @Inject Settings settings;

  @POST
  public UserView claim(SetUp proof, @Context HttpServletRequest request) {
    if (settings.provider().filter(ProviderSettings::decidesRoles).isPresent()) {
      throw new DecidedByProviderException();
    }
    String network = Client.of(request, settings).network();
    return setUp
        .claim(proof.setUpToken(), caller.id(), network)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "setUpToken", "wrong", "is not right, or was used before"));
  }
}
