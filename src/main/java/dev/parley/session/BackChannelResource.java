package dev.parley.session;

import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.parley.platform.Client;
import dev.parley.platform.NotFoundException;
import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;
import dev.parley.platform.Problems;
import dev.parley.platform.Settings;
import dev.parley.provider.ProviderTokens;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where the identity provider tells that it has ended a session (Back-Channel Logout 1.0). */
@Path("session/back-channel-logout")
@ApplicationScoped
@PermitAll
public class BackChannelResource {
  /** Bytes of the largest form that is read; a logout token has some hundred. */
  static final int MAX_FORM = 16 * 1024;

  private static final ProblemType BAD_LOGOUT_TOKEN =
      new ProblemType(400, "bad_logout_token", "Not a logout token");

  @Inject ProviderTokens tokens;
  @Inject SignOn signOn;
  @Inject Settings settings;

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response logOut(InputStream form, @Context HttpServletRequest request) {
    if (settings.provider().isEmpty()) {
      throw new NotFoundException();
    }
    var logout =
        logoutToken(form)
            .flatMap(tokens::verifyLogout)
            .orElseThrow(
                () ->
                    new ProblemException(
                        BAD_LOGOUT_TOKEN, "It is not a logout token of the identity provider."));
    signOn.end(logout, Client.of(request, settings).network());
    return Response.ok().build();
  }

  private static Optional<String> logoutToken(InputStream form) {
    String text = text(form);
    return Optional.ofNullable(
        MultivaluedMapUtils.getFirstValue(URLUtils.parseParameters(text), "logout_token"));
  }

  private static String text(InputStream form) {
    try {
      byte[] bytes = form.readNBytes(MAX_FORM + 1);
      if (bytes.length > MAX_FORM) {
        throw new ProblemException(Problems.of(413));
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ProblemException(Problems.of(408));
    }
  }
}
