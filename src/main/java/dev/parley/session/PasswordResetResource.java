package dev.parley.session;

import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.Client;
import dev.parley.platform.Settings;
import dev.parley.user.LocalAccounts;
import dev.parley.user.PasswordLane;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** A new password for someone who has lost the old one, by a link that an administrator made. */
@Path("password-reset")
@ApplicationScoped
@PermitAll
@LocalAccounts
@AgainAfterDeadlock
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResetResource {
  @Inject PasswordService passwords;
  @Inject PasswordLane lane;
  @Inject Settings settings;

  @POST
  public CompletionStage<Response> reset(PasswordReset reset, @Context HttpServletRequest request) {
    String network = Client.of(request, settings).network();
    return lane.run(
        () -> {
          passwords.reset(reset, network);
          return Response.noContent().build();
        });
  }
}
