package dev.parley.session;

import dev.parley.platform.Audience;
import dev.parley.platform.OpenTo;
import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;
import dev.parley.platform.Problems;
import dev.parley.user.Role;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.AnnotatedElement;
import java.security.Principal;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody in who is not signed in now, but for what is open to all. The server has verified the
 * token (MicroProfile JWT); what that leaves open is decided here, on what the database says.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AccessFilter implements ContainerRequestFilter {
  private static final Logger LOG = System.getLogger(AccessFilter.class.getName());

  @Inject Doorkeeper doorkeeper;
  @Inject Caller caller;
  @Context ResourceInfo resource;
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;

  @Override
  public void filter(ContainerRequestContext exchange) {
    Audience audience = audience();
    if (audience == Audience.EVERYONE) {
      return;
    }
    if (!Doorkeeper.hasToken(exchange.getHeaderString(HttpHeaders.AUTHORIZATION))) {
      throw unauthorized();
    }
    Access access = doorkeeper.admit(request, this::principal).orElseThrow(this::refused);
    caller.is(access.signedIn());
    if (audience == Audience.ADMINS && access.role() != Role.ADMIN) {
      throw new ProblemException(ProblemType.FORBIDDEN, "You may not do this.");
    }
  }

  /** Who the server says it is. Where it has not looked at the token yet, it does so now. */
  private @Nullable Principal principal() {
    if (request.getUserPrincipal() == null) {
      try {
        request.authenticate(response);
      } catch (ServletException | IOException e) {
        return null; // refused, and told in the log like any other
      }
    }
    return request.getUserPrincipal();
  }

  private ProblemException refused() {
    LOG.log(
        Level.INFO,
        "A token was refused, for " + request.getMethod() + " by " + request.getRemoteAddr());
    return unauthorized();
  }

  private static ProblemException unauthorized() {
    return new ProblemException(Problems.of(401));
  }

  /** Where nothing is said it is for those who are signed in. */
  private Audience audience() {
    return places()
        .map(place -> place.getAnnotation(OpenTo.class))
        .filter(Objects::nonNull)
        .findFirst()
        .map(OpenTo::value)
        .orElse(Audience.USERS);
  }

  /** Where it stands who may come: the method before the class. */
  private Stream<AnnotatedElement> places() {
    return Stream.of(resource.getResourceMethod(), resource.getResourceClass());
  }
}
