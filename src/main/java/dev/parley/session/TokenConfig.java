package dev.parley.session;

import dev.parley.platform.Secrets;
import dev.parley.platform.Settings;
import dev.parley.platform.SettingsProducer;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells the server's MicroProfile JWT how to verify the tokens that are made here. It is asked
 * while the application is deployed, so the key may be made here.
 */
public class TokenConfig implements ConfigSource {
  private static final String KEY = "mp.jwt.verify.publickey";
  private static final String ALGORITHM = "mp.jwt.verify.publickey.algorithm";
  private static final String ISSUER = "mp.jwt.verify.issuer";
  private static final String AUDIENCES = "mp.jwt.verify.audiences";
  private static final String CLOCK_SKEW = "mp.jwt.verify.clock.skew";
  private static final String HEADER = "mp.jwt.token.header";
  private static final String COOKIE = "mp.jwt.token.cookie";

  /** Nobody knows it: WildFly would refuse whoever brings such a cookie, at every path. */
  private static final String NOBODYS = "parley_none_" + Secrets.random();

  @Override
  public Set<String> getPropertyNames() {
    return Set.of(KEY, ALGORITHM, ISSUER, AUDIENCES, CLOCK_SKEW, HEADER, COOKIE);
  }

  @Override
  public @Nullable String getValue(String name) {
    return switch (name) {
      // one key, not a set: WildFly answers 500 to a token that names a key that is not in a set
      case KEY -> new KeyFile(settings().tokenKey()).publicPem();
      case ALGORITHM -> "RS256";
      case ISSUER -> TokenRules.issuer(settings());
      case AUDIENCES -> TokenRules.AUDIENCE;
      case CLOCK_SKEW -> "0"; // one server's default is a minute, the other's nothing
      case HEADER -> settings().provider().isPresent() ? "Cookie" : "Authorization";
      case COOKIE -> NOBODYS; // with a provider Parley looks at tokens itself
      default -> null;
    };
  }

  @Override
  public String getName() {
    return "Parley's access tokens";
  }

  @Override
  public int getOrdinal() {
    return 110; // above what a WAR brings in a file, below what an operator sets
  }

  private static Settings settings() {
    return SettingsProducer.current();
  }
}
