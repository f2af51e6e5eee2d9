package dev.parley.user;

import com.nulabinc.zxcvbn.Feedback;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.parley.platform.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which passwords are good enough: long ones of any characters, unless an estimator (zxcvbn) finds
 * them soon guessed. No rule of composition, as NIST SP 800-63B asks. Thread-safe.
 */
final class PasswordPolicy {
  static final int MIN = 8;
  static final int MAX = 1024;

  /** Characters that are looked at: the work grows with the square of the length. */
  private static final int ESTIMATED = 100;

  /** Of 0 to 4: more than 10^8 guesses, which is what a stolen hash has to withstand. */
  private static final int LEAST_SCORE = 3;

  private static final Zxcvbn ESTIMATOR = new Zxcvbn();

  private PasswordPolicy() {}

  /**
   * Lets a new password pass.
   *
   * @param field the field of the input that it came in
   * @param names what an attacker would try first: the user's own names
   * @throws InvalidInputException with the reason, if it does not
   */
  static void check(String field, String password, String... names) {
    int length = password.codePointCount(0, password.length());
    if (length < MIN || length > MAX) {
      throw new InvalidInputException(field, "size", "must have " + MIN + " to 1,024 characters");
    }
    String start = password.substring(0, Math.min(password.length(), ESTIMATED));
    Strength strength = ESTIMATOR.measure(start, hints(names));
    if (strength.getScore() < LEAST_SCORE) {
      throw new InvalidInputException(field, "weak", reason(strength.getFeedback()));
    }
  }

  private static List<String> hints(String... names) {
    return Stream.concat(Stream.of("parley"), Arrays.stream(names))
        .flatMap(name -> Stream.concat(Stream.of(name), Arrays.stream(name.split("[\\s._-]+"))))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> name.length() > 2)
        .toList();
  }

  private static String reason(Feedback feedback) {
    var advice = Stream.of(feedback.getWarning(Locale.ENGLISH));
    return Stream.concat(advice, feedback.getSuggestions(Locale.ENGLISH).stream())
        .map(String::strip)
        .filter(sentence -> !sentence.isEmpty())
        .map(sentence -> sentence.endsWith(".") ? sentence : sentence + ".")
        .collect(Collectors.joining(" ", "is too easy to guess. ", ""))
        .strip();
  }
}
