package dev.parley.provider;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import dev.parley.platform.ProviderSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Date;
import java.util.stream.Stream;

/** Reads from verified claims who someone is. Thread-safe. */
@ApplicationScoped
public class Identities {
  @Inject Provider provider;
  @Inject Clock clock;

  /**
   * Who someone is; what the claims do not tell has a plain stand-in.
   *
   * @throws BadJWTException if they are about nobody: all such people would be one
   */
  Identity of(JWTClaimsSet claims) throws BadJWTException {
    String subject =
        Claims.text(claims, "sub").orElseThrow(() -> new BadJWTException("no subject"));
    ProviderSettings settings = provider.settings();
    String username = Claims.text(claims, settings.claims().username()).orElse("");
    return new Identity(
        Identity.keyOf(settings.issuer(), subject),
        username,
        Claims.text(claims, settings.claims().displayName()).orElse(username),
        Claims.texts(claims, settings.claims().groups()),
        Identity.sidOf(settings.issuer(), claims),
        Stream.of("azp", "client_id", "cid")
            .flatMap(name -> Claims.text(claims, name).stream())
            .findFirst()
            .orElse(""),
        orNow(claims.getIssueTime()).toInstant(),
        orNow(claims.getExpirationTime()).toInstant());
  }

  private Date orNow(Date time) {
    return time == null ? Date.from(clock.instant()) : time;
  }
}
