package dev.parley.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which codings of an answer a client takes (RFC 9110, section 12.5.3). */
final class AcceptEncoding {
  private static final Set<String> GZIP = Set.of("gzip", "x-gzip"); // the same, section 8.4.1.3
  private static final double MOST = 1;

  private AcceptEncoding() {}

  /**
   * Whether it takes gzip, and not less gladly than no coding.
   *
   * @param lines all lines of the field
   */
  static boolean takesGzip(List<String> lines) {
    Map<String, Double> weights = weights(String.join(",", lines));
    double others = weights.getOrDefault("*", 0.0);
    double gzip =
        GZIP.stream().filter(weights::containsKey).mapToDouble(weights::get).max().orElse(others);
    return gzip > 0 && gzip >= weights.getOrDefault("identity", 0.0);
  }

  private static Map<String, Double> weights(String list) {
    var weights = new HashMap<String, Double>();
    for (String part : list.split(",", -1)) {
      String[] coding = part.split(";", 2);
      weights.merge(
          coding[0].strip().toLowerCase(Locale.ROOT),
          coding.length == 1 ? MOST : weight(coding[1]),
          Math::max);
    }
    return weights;
  }

  /** What is no weight counts as a refusal: no coding is right for everyone. */
  private static double weight(String parameter) {
    String text = parameter.replaceAll("[ \t]", "").toLowerCase(Locale.ROOT);
    return text.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")
        ? Double.parseDouble(text.substring(2))
        : 0;
  }
}
