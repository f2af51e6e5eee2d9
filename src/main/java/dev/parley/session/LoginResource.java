package dev.parley.session;

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

/** Signing in. */
@Path("login")
@ApplicationScoped
@PermitAll
@LocalAccounts
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {
  @Inject SignInService door;
  @Inject SignInLimits limits;
  @Inject TokenIssuer tokens;
  @Inject PasswordLane lane;
  @Inject Settings settings;

  @POST
  public CompletionStage<Response> logIn(
      Credentials credentials, @Context HttpServletRequest request) {
    var client = Client.of(request, settings);
    var cookie = RefreshCookie.of(request, settings);
    limits.check(credentials.username(), client.network());
    return lane.run(
        () -> answer(door.signIn(credentials, client.network(), client.userAgent()), cookie));
  }

  private Response answer(Grant grant, RefreshCookie cookie) {
    String welcome = "Welcome back, " + grant.user().displayName() + ".";
    String token = tokens.issue(grant);
    return Response.ok(new SignedInAnswer(welcome, token, tokens.lifetime(), grant.user()))
        .cookie(cookie.holding(grant.refreshToken()))
        .build();
  }
}
