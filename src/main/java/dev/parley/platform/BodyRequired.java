package dev.parley.platform;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;

/** Refuses a request without a body where a resource reads one, which otherwise gets null. */
@Provider
public class BodyRequired implements ContainerRequestFilter {
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!hasBody(request) && readsBody()) {
      throw new MalformedJsonException("There is no body.");
    }
  }

  private static boolean hasBody(ContainerRequestContext request) {
    try {
      return request.hasEntity();
    } catch (ProcessingException e) { // it looks at the first byte, and the sender is gone
      throw new ProblemException(Problems.of(408));
    }
  }

  private boolean readsBody() {
    return Arrays.stream(resource.getResourceMethod().getParameterTypes())
        .anyMatch(Class::isRecord);
  }
}
