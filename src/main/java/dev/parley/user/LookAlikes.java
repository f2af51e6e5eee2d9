package dev.parley.user;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;

/**
 * Folds together names that a reader could take for one another: by case (Unicode NFKC_Casefold),
 * by shape (the skeleton of UTS #39), and {@code I}, {@code i}, {@code l} and {@code 1} into one,
 * which the skeleton of a lower-case name leaves apart. Thread-safe.
 */
final class LookAlikes {
  private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final SpoofChecker SHAPES =
      new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

  private LookAlikes() {}

  /** What is equal for all names that look alike. */
  static String fold(String name) {
    String shape = SHAPES.getSkeleton(CASEFOLD.normalize(name));
    // some shapes are capitals, such as O for 0
    return CASEFOLD.normalize(shape).replace('i', 'l');
  }
}
