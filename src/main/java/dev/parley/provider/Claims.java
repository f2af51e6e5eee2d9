package dev.parley.provider;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads claims under configured names: {@code groups}, or {@code realm_access.roles} within one.
 */
final class Claims {
  private Claims() {}

  /** A text; empty where there is none, or something else. */
  static Optional<String> text(JWTClaimsSet claims, String name) {
    return value(claims, name) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The texts of a list, or a single one; empty where there are none. */
  static Set<String> texts(JWTClaimsSet claims, String name) {
    Object value = value(claims, name);
    Stream<?> values =
        value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value);
    return values
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable Object value(JWTClaimsSet claims, String name) {
    Object whole = claims.getClaim(name);
    return whole != null ? whole : within(claims.getClaims(), name);
  }

  private static @Nullable Object within(Map<?, ?> object, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return object.get(path);
    }
    return object.get(path.substring(0, dot)) instanceof Map<?, ?> inner
        ? within(inner, path.substring(dot + 1))
        : null;
  }
}
