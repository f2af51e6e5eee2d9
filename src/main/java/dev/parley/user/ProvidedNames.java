package dev.parley.user;

import com.ibm.icu.text.Normalizer2;
import dev.parley.platform.InvalidInputException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes names that do here of those that an identity provider has, which may be anything. */
final class ProvidedNames {
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

  /** UTF-16 units that are looked at: more than any name has. */
  private static final int MAX_TOLD = 256;

  /** Code points that leave room for a number. */
  private static final int MAX_STEM = 28;

  private static final int MAX_NAMESAKES = 50;
  private static final int RANDOM_BOUND = 1_000_000;

  private ProvidedNames() {}

  /**
   * Usernames for someone, the nearest first and without end: of an address the part before the
   * {@code @}, with a number where others have that name, or none of theirs.
   */
  static Stream<Username> usernames(String told) {
    String stem = stem(told);
    Stream<String> near =
        stem.isEmpty()
            ? Stream.empty()
            : Stream.concat(
                Stream.of(stem), IntStream.rangeClosed(2, MAX_NAMESAKES).mapToObj(i -> stem + i));
    return Stream.of(
            near,
            Stream.generate(() -> "person" + ThreadLocalRandom.current().nextInt(1, RANDOM_BOUND)))
        .flatMap(names -> names)
        .flatMap(name -> username(name).stream());
  }

  /** How others see someone; the username where what is told will not do. */
  static DisplayName displayName(String told, Username username) {
    String seen = cut(told.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\u200C\\u200D]]", ""), DisplayName.MAX);
    try {
      return DisplayName.of(seen);
    } catch (InvalidInputException e) {
      return DisplayName.of(username.text());
    }
  }

  private static String stem(String told) {
    String text = NFKC.normalize(told.substring(0, Math.min(told.length(), MAX_TOLD)));
    int at = text.indexOf('@');
    String name = at > 0 ? text.substring(0, at) : text;
    String plain = name.replaceAll("[^\\p{L}\\p{M}\\p{Nd}._-]+", "-");
    return cut(plain, MAX_STEM).replaceAll("^[^\\p{L}\\p{Nd}]+|[._-]+$", "");
  }

  private static Optional<Username> username(String name) {
    try {
      return Optional.of(Username.of(name));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  private static String cut(String text, int most) {
    int length = text.codePointCount(0, text.length());
    return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
  }
}
