package dev.parley.platform;

import java.util.List;

/** Some fields of the input are not right; nothing was changed. */
public class InvalidInputException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /** Refuses with 400, field by field. */
  public InvalidInputException(List<FieldError> errors) {
    super(
        Problem.of(ProblemType.INVALID_INPUT, "See errors for what is wrong, field by field.")
            .with(errors));
  }

  /** Refuses with 400 for one field. */
  public InvalidInputException(String field, String code, String message) {
    this(List.of(new FieldError(field, code, message)));
  }
}
