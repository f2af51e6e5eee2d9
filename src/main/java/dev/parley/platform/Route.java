package dev.parley.platform;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the filters around JAX-RS which path template a request fits: a path names people. */
@Provider
@Priority(Priorities.AUTHENTICATION - 1) // also of what is refused there, or fails
public class Route implements ContainerRequestFilter {
  private static final String KEY = "dev.parley.route";

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    var method = resource.getResourceMethod();
    if (method != null) {
      request.setProperty(
          KEY,
          Stream.of(
                  method.getDeclaringClass().getAnnotation(Path.class),
                  method.getAnnotation(Path.class))
              .flatMap(part -> Optional.ofNullable(part).stream())
              .map(part -> part.value().replaceFirst("^/", ""))
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining("/", "/api/", "")));
    }
  }

  /** The template; for what is no resource its path, without segments that could be a secret. */
  static String of(HttpServletRequest request, String path) {
    return request.getAttribute(KEY) instanceof String template
        ? template
        : Arrays.stream(path.split("/", -1))
            .limit(8)
            .map(part -> part.matches("[a-z-]{0,20}(\\.[a-z]{1,12})?") ? part : "…")
            .collect(Collectors.joining("/"));
  }
}
