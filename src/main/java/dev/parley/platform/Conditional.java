package dev.parley.platform;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** Answers that a client may hold already (RFC 9110, section 13). */
public final class Conditional {
  private Conditional() {}

  /** Answers 304 where the client holds this very body, tagged by its hash. */
  public static Response answer(Request request, Object body) {
    return answer(request, body, Secrets.hash(Json.write(body)));
  }

  /** Answers 304 where the client holds the body with this tag. */
  public static Response answer(Request request, Object body, String tag) {
    var entityTag = new EntityTag(tag);
    Response.ResponseBuilder held = request.evaluatePreconditions(entityTag);
    return (held == null ? Response.ok(body) : held).tag(entityTag).build();
  }
}
