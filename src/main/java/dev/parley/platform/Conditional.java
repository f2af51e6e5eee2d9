package dev.parley.platform;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers that a client may hold already (RFC 9110, section 13). */
public final class Conditional {
  private static final Pattern REV = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

  private Conditional() {}

  /** Answers 304 where the client holds this very body, tagged by its hash. */
  public static Response answer(Request request, Object body) {
    var written = new WrittenJson(Json.bytes(body)); // once: for the tag and for the answer
    return answer(request, written, Secrets.hash(written.utf8()));
  }

  /** Answers 304 where the client holds the body with this tag. */
  public static Response answer(Request request, Object body, String tag) {
    var entityTag = new EntityTag(tag);
    Response.ResponseBuilder held = request.evaluatePreconditions(entityTag);
    return (held == null ? Response.ok(body) : held).tag(entityTag).build();
  }

  /**
   * The rev that an {@code If-Match} asks for where an entity tag is a rev; empty for any, and one
   * that nothing has for a tag that was never handed out.
   */
  public static OptionalLong expectedRev(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return OptionalLong.empty();
    }
    Matcher tag = REV.matcher(ifMatch.strip());
    return OptionalLong.of(tag.matches() ? Long.parseLong(tag.group(1)) : -1);
  }
}
