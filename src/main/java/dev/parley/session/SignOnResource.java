package dev.parley.session;

import dev.parley.platform.Client;
import dev.parley.platform.NotFoundException;
import dev.parley.platform.Problems;
import dev.parley.platform.Settings;
import dev.parley.provider.CodeFlow;
import dev.parley.provider.ProviderUnavailableException;
import dev.parley.provider.SignOnRefusedException;
import dev.parley.provider.SignOnRequest;
import dev.parley.provider.SignedOn;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Signing in at the identity provider. A browser comes here by itself, with no script to read an
 * answer: it is always sent on, and what went wrong is told by the page.
 */
@Path("session/sign-on")
@RequestScoped
@PermitAll
public class SignOnResource {
  /**
   * A place below the page's own address with its query (RFC 3986, section 3.4), and nothing that
   * leads away from it.
   */
  private static final Pattern PLACE =
      Pattern.compile(
          "(?:[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*"
              + "(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?)?");

  private static final int MAX_PLACE = 200;

  @Inject CodeFlow flow;
  @Inject SignOn signOn;
  @Inject Settings settings;
  @Context HttpServletRequest request;

  @GET
  public Response begin(@QueryParam("to") @DefaultValue("") String to) {
    requireProvider();
    try {
      SignOnRequest way = flow.begin(callback(), place(to));
      return Response.seeOther(way.address()).cookie(cookies().with(way)).build();
    } catch (ProviderUnavailableException e) {
      return failed("unavailable").build();
    }
  }

  @GET
  @Path("callback")
  public Response finish(@QueryParam("state") @DefaultValue("") String state) {
    requireProvider();
    SignOnCookies cookies = cookies();
    return signedIn(cookies.sealed(state)).cookie(cookies.without(state)).build();
  }

  private ResponseBuilder signedIn(String sealed) {
    try {
      SignedOn signedOn = flow.finish(answer(), callback(), sealed);
      Grant grant = signOn.open(signedOn, Client.of(request, settings));
      return Response.seeOther(page(signedOn.to() + "#signed-in"))
          .cookie(RefreshCookie.of(request, settings).holding(grant.refreshToken()));
    } catch (SignOnRefusedException e) {
      return failed("refused");
    } catch (AccountDisabledException e) {
      return failed("disabled");
    } catch (RuntimeException e) {
      Problems.of(e); // tells the log what is nobody else's fault
      return failed("unavailable");
    }
  }

  private ResponseBuilder failed(String why) {
    return Response.seeOther(page("sign-in?failed=" + why));
  }

  /** The address at which the browser came back, with what the provider has to say in its query. */
  private URI answer() {
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    try {
      return URI.create(callback() + "?" + query);
    } catch (IllegalArgumentException e) {
      return callback();
    }
  }

  private URI callback() {
    return page("api/session/sign-on/callback");
  }

  private URI page(String place) {
    return PageAddress.of(request, settings, place);
  }

  private SignOnCookies cookies() {
    return SignOnCookies.of(request, settings);
  }

  private static String place(String to) {
    return to.length() <= MAX_PLACE && PLACE.matcher(to).matches() ? to : "";
  }

  private void requireProvider() {
    if (settings.provider().isEmpty()) {
      throw new NotFoundException();
    }
  }
}
