package dev.parley.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as the client sees it: problem details (RFC 9457), the same over HTTP and on the
 * socket.
 *
 * @param type a URN made of the code
 * @param title the kind of problem, for people
 * @param status the HTTP status
 * @param detail what happened this time and what to do
 * @param code stable and for programs
 * @param errors field by field where input is wrong
 * @param retryAfterMs milliseconds after which it may go through
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable List<FieldError> errors,
    @Nullable Long retryAfterMs) {

  /** The media type of a problem (RFC 9457, section 6.1). */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem of a kind. */
  public static Problem of(ProblemType kind, String detail) {
    return new Problem(
        "urn:parley:problem:" + kind.code(),
        kind.title(),
        kind.status(),
        detail,
        kind.code(),
        null,
        null);
  }

  /** The same problem with what is wrong field by field. */
  public Problem with(List<FieldError> fields) {
    return new Problem(type, title, status, detail, code, List.copyOf(fields), retryAfterMs);
  }

  /** The same problem with the time after which to try again. */
  public Problem retryAfter(long millis) {
    return new Problem(type, title, status, detail, code, errors, millis);
  }
}
