package dev.parley.platform;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.TreeSet;

/**
 * Makes {@code Allow} whole, and answers {@code OPTIONS} with nothing else: servers of JAX-RS leave
 * out that where there is GET there is HEAD, and describe themselves in the body.
 */
@Provider
public class AllowedMethods implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    if (headers.containsKey(HttpHeaders.ALLOW)) {
      headers.putSingle(HttpHeaders.ALLOW, whole(response.getHeaderString(HttpHeaders.ALLOW)));
      if (request.getMethod().equals(HttpMethod.OPTIONS)) {
        response.setEntity(null);
        response.setStatusInfo(Status.NO_CONTENT);
        headers.remove(HttpHeaders.CONTENT_TYPE);
        headers.remove(HttpHeaders.LAST_MODIFIED);
      }
    }
  }

  private static String whole(String allow) {
    var methods = new TreeSet<String>();
    for (String method : allow.split(",", -1)) {
      if (!method.isBlank()) {
        methods.add(method.strip());
      }
    }
    methods.add(HttpMethod.OPTIONS);
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    return String.join(", ", methods);
  }
}
