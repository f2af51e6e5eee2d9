package dev.parley.platform;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Renders every failure of a request as {@code application/problem+json} (RFC 9457). */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {
  @Override
  public Response toResponse(Throwable failure) {
    return failure instanceof WebApplicationException http
            && !(http.getCause() instanceof ProblemException)
        ? ofStatus(http.getResponse())
        : Problems.response(Problems.of(failure));
  }

  private static Response ofStatus(Response bare) {
    if (bare.getStatus() < 400) {
      return bare;
    }
    Response problem = Problems.response(Problems.of(bare.getStatus()));
    String allow = bare.getHeaderString(HttpHeaders.ALLOW);
    return allow == null
        ? problem
        : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allow).build();
  }
}
