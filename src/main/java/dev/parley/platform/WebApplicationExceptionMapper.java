package dev.parley.platform;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Claims what JAX-RS itself refuses, before a server's own mapper does. */
@Provider
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {
  private final ThrowableMapper any = new ThrowableMapper();

  @Override
  public Response toResponse(WebApplicationException refusal) {
    return any.toResponse(refusal);
  }
}
