package dev.parley.platform;

/**
 * A kind of problem. The general ones are listed here; a feature lists its own beside the exception
 * that carries it.
 *
 * @param status the HTTP status (RFC 9110)
 * @param code stable and for programs
 * @param title for people
 */
public record ProblemType(int status, String code, String title) {
  public static final ProblemType BAD_REQUEST = new ProblemType(400, "bad_request", "Bad request");
  public static final ProblemType INVALID_INPUT =
      new ProblemType(400, "invalid_input", "Some of the input is not right");
  public static final ProblemType MALFORMED_JSON =
      new ProblemType(400, "malformed_json", "Not the JSON that is expected here");
  public static final ProblemType UNAUTHORIZED =
      new ProblemType(401, "unauthorized", "Not signed in");
  public static final ProblemType FORBIDDEN = new ProblemType(403, "forbidden", "Not allowed");
  public static final ProblemType NOT_FOUND = new ProblemType(404, "not_found", "Not found");
  public static final ProblemType METHOD_NOT_ALLOWED =
      new ProblemType(405, "method_not_allowed", "Method not allowed");
  public static final ProblemType NOT_ACCEPTABLE =
      new ProblemType(406, "not_acceptable", "No such representation");
  public static final ProblemType REQUEST_TIMEOUT =
      new ProblemType(408, "request_timeout", "The request took too long");
  public static final ProblemType CONFLICT = new ProblemType(409, "conflict", "Conflict");
  public static final ProblemType PRECONDITION_FAILED =
      new ProblemType(412, "precondition_failed", "Changed in the meantime");
  public static final ProblemType TOO_LARGE = new ProblemType(413, "too_large", "Too large");
  public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
      new ProblemType(415, "unsupported_media_type", "Unsupported media type");
  public static final ProblemType TOO_MANY_REQUESTS =
      new ProblemType(429, "too_many_requests", "Too many requests");
  public static final ProblemType INTERNAL =
      new ProblemType(500, "internal", "Something went wrong here");
  public static final ProblemType UNAVAILABLE =
      new ProblemType(503, "unavailable", "Not available right now");
}
