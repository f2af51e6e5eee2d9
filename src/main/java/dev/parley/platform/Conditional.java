package dev.parley.platform;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Optional;

/**
 * Answers with entity tags, and those that a client may hold already (RFC 9110, section 13).
 *
 * <p>A tag is the hash of the body, or {@code "version.hash"} where a change may be made for a
 * version. JAX-RS has the same, but fails at tags that are not written as they should be.
 */
public final class Conditional {
  private Conditional() {}

  /** What a change is to be made for; empty for any state. */
  public static Optional<EntityTags> ifMatch(HttpHeaders request) {
    return EntityTags.of(request.getRequestHeader(HttpHeaders.IF_MATCH));
  }

  /** Answers 304 where the client holds this very body. */
  public static Response answer(HttpHeaders request, Object body) {
    return answer(request, new Tagged(body, ""));
  }

  /** The same, with a tag that begins with the version. */
  public static Response answer(HttpHeaders request, Object body, String version) {
    return answer(request, new Tagged(body, version + "."));
  }

  /** An answer that is not conditional, such as that to a change, with a tag for the next one. */
  public static Response tagged(ResponseBuilder response, Object body, String version) {
    return new Tagged(body, version + ".").in(response);
  }

  private static Response answer(HttpHeaders request, Tagged body) {
    if (ifMatch(request).filter(tags -> !tags.name(body.tag)).isPresent()) {
      return Problems.response(Problems.of(412));
    }
    boolean held =
        EntityTags.of(request.getRequestHeader(HttpHeaders.IF_NONE_MATCH))
            .filter(tags -> tags.name(body.tag))
            .isPresent();
    return held ? Response.notModified(body.tag).build() : body.in(Response.ok());
  }

  /** A body that is written once: for the tag and for the answer. */
  private static final class Tagged {
    final WrittenJson written;
    final String tag;

    Tagged(Object body, String prefix) {
      written = new WrittenJson(Json.bytes(body));
      tag = prefix + Secrets.hash(written.utf8());
    }

    Response in(ResponseBuilder response) {
      return response.entity(written).tag(tag).build();
    }
  }
}
