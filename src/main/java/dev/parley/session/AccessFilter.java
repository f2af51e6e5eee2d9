package dev.parley.session;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;
import dev.parley.platform.Problems;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody in who is not signed in now, but for what is open to all, and nobody to what is for
 * others. It is decided here alone, on what the database says, whatever the server makes of the
 * token.
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
    if (isOpen()) {
      return;
    }
    if (!Doorkeeper.hasToken(exchange.getHeaderString(HttpHeaders.AUTHORIZATION))) {
      throw unauthorized();
    }
    Access access = doorkeeper.admit(request, this::principal).orElseThrow(this::refused);
    caller.is(access.signedIn());
    if (asked().isPresent() && Arrays.stream(asked().get()).noneMatch(access::holds)) {
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

  private boolean isOpen() {
    return places()
        .filter(
            place ->
                place.isAnnotationPresent(PermitAll.class)
                    || place.isAnnotationPresent(RolesAllowed.class))
        .findFirst()
        .map(place -> place.isAnnotationPresent(PermitAll.class))
        .orElse(false);
  }

  private Optional<String[]> asked() {
    return places()
        .map(place -> place.getAnnotation(RolesAllowed.class))
        .filter(Objects::nonNull)
        .findFirst()
        .map(RolesAllowed::value);
  }

  /** Where it stands who may come: the method before the class. */
  private Stream<AnnotatedElement> places() {
    return Stream.of(resource.getResourceMethod(), resource.getResourceClass());
  }
}
