package dev.parley.platform;

import java.util.List;

/** The body or frame is not the JSON that is expected; nothing was changed. */
public class MalformedJsonException extends ProblemException {
  private static final long serialVersionUID = 1L;

  MalformedJsonException(String detail) {
    super(ProblemType.MALFORMED_JSON, detail);
  }

  MalformedJsonException(String field, String message) {
    super(
        Problem.of(ProblemType.MALFORMED_JSON, message)
            .with(List.of(new FieldError(field, "wrong_type", message))));
  }
}
