package dev.parley.platform;

/**
 * How many typing errors make one word of another: a letter too much, too little or wrong, or two
 * neighbours in the wrong order (optimal string alignment, Damerau 1964).
 */
final class TypingErrors {
  private TypingErrors() {}

  /** From 0 to the length of the longer one; the time grows with the product of both lengths. */
  static int between(String one, String other) {
    var table = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : least(table, i, j, one, other);
      }
    }
    return table[one.length()][other.length()];
  }

  private static int least(int[][] table, int i, int j, String one, String other) {
    int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(table[i - 1][j - 1] + wrong, Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1));
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
  }
}
