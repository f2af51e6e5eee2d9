package dev.parley.platform;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Checks what comes in against the constraints on its record (Jakarta Validation). Thread-safe. */
public final class Inputs {
  private static final Validator VALIDATOR = validator();

  private Inputs() {}

  /**
   * Gives the input back if every constraint on it holds.
   *
   * @throws InvalidInputException with one error for each constraint that does not
   */
  public static <T> T checked(T input) {
    List<FieldError> errors =
        VALIDATOR.validate(input).stream()
            .map(Inputs::error)
            .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::code))
            .toList();
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return input;
  }

  private static FieldError error(ConstraintViolation<?> violation) {
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return new FieldError(
        violation.getPropertyPath().toString(), snake(constraint), violation.getMessage());
  }

  private static String snake(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static Validator validator() {
    var configuration = Validation.byDefaultProvider().configure();
    var english = configuration.getDefaultMessageInterpolator();
    return configuration
        .messageInterpolator(new EnglishMessages(english))
        .buildValidatorFactory()
        .getValidator();
  }
}
