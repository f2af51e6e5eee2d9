package dev.parley.session;

import dev.parley.platform.Client;
import dev.parley.platform.Problem;
import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;
import dev.parley.platform.Problems;
import dev.parley.platform.Settings;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Staying signed in: by a cookie, which no other site can make a browser send. */
@Path("session/refresh")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class RefreshResource {
  @Inject SignOn signOn;
  @Inject RefreshService sessions;
  @Inject TokenIssuer tokens;
  @Inject Settings settings;
  @Context HttpServletRequest request;

  @POST
  public Response refresh(@CookieParam(RefreshCookie.NAME) @DefaultValue("") String cookie) {
    if (!SameOrigin.holds(request, settings)) {
      throw new ProblemException(ProblemType.FORBIDDEN, "This has to come from Parley's own page.");
    }
    String network = Client.of(request, settings).network();
    return RefreshToken.parse(cookie)
        .filter(token -> signOn.goesOn(token, network))
        .flatMap(token -> sessions.refresh(token, network))
        .map(this::answer)
        .orElseGet(this::signedOut);
  }

  private Response answer(Grant grant) {
    String token = tokens.issue(grant);
    return Response.ok(new SignedInAnswer(null, token, tokens.lifetime(), grant.user()))
        .cookie(RefreshCookie.of(request, settings).holding(grant.refreshToken()))
        .build();
  }

  private Response signedOut() {
    Problem problem = Problem.of(ProblemType.UNAUTHORIZED, "Sign in again.");
    return Response.fromResponse(Problems.response(problem))
        .cookie(RefreshCookie.of(request, settings).cleared())
        .build();
  }
}
