package dev.parley.session;

import dev.parley.platform.Settings;
import dev.parley.platform.SignUps;
import dev.parley.session.DoorView.SignOnView;
import dev.parley.user.SetUpService;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How one gets in here. */
@Path("server")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class DoorResource {
  @Inject Settings settings;
  @Inject SetUpService setUp;

  @GET
  public DoorView door() {
    return settings
        .provider()
        .map(
            provider ->
                new DoorView(
                    SignUps.CLOSED,
                    setUp.isPending() && !provider.decidesRoles(),
                    new SignOnView(provider.name(), provider.decidesRoles())))
        .orElseGet(() -> new DoorView(settings.signUps(), setUp.isPending(), null));
  }
}
