package dev.parley.provider;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says for the log by how much a token is out of its time: mostly the two clocks differ, and that
 * is how an operator finds out.
 */
final class TokenTimes {
  /** How far the provider's clock and this one may be apart. */
  static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  private TokenTimes() {}

  /** The difference, as a sentence; empty where a token is not out of its time. */
  static Optional<String> trouble(@Nullable JWT token, Instant now) {
    try {
      return token == null ? Optional.empty() : trouble(token.getJWTClaimsSet(), now);
    } catch (ParseException e) {
      return Optional.empty(); // it has no times then
    }
  }

  /** The same of what a token says. */
  static Optional<String> trouble(@Nullable JWTClaimsSet claims, Instant now) {
    if (claims == null) {
      return Optional.empty();
    }
    return early("was made", claims.getIssueTime(), now)
        .or(() -> early("begins", claims.getNotBeforeTime(), now))
        .or(() -> late(claims.getExpirationTime(), now));
  }

  private static Optional<String> early(String what, @Nullable Date at, Instant now) {
    return at != null && at.toInstant().isAfter(now.plus(CLOCK_SKEW))
        ? Optional.of(
            "By this clock it " + what + " " + seconds(now, at) + " s in the future" + allowed())
        : Optional.empty();
  }

  private static Optional<String> late(@Nullable Date end, Instant now) {
    return end != null && end.toInstant().isBefore(now.minus(CLOCK_SKEW))
        ? Optional.of("By this clock it ended " + -seconds(now, end) + " s ago" + allowed())
        : Optional.empty();
  }

  private static String allowed() {
    return "; " + CLOCK_SKEW.toSeconds() + " s are allowed.";
  }

  private static long seconds(Instant now, Date at) {
    return Duration.between(now, at.toInstant()).toSeconds();
  }
}
