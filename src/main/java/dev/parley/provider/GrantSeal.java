package dev.parley.provider;

import dev.parley.platform.ProviderSettings;
import dev.parley.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Hides what the provider gave where it is kept. Thread-safe. */
@ApplicationScoped
public class GrantSeal {
  /** Characters of the longest sealed grant, as the column has it. */
  static final int MAX = 16_000;

  @Inject Settings settings;

  /** The sealed grant; where it would be too long, without the ID token. */
  public String close(ProviderGrant grant) {
    String whole = seal().close(grant);
    return whole.length() <= MAX
        ? whole
        : seal().close(new ProviderGrant(grant.refreshToken(), ""));
  }

  /** What was sealed; empty where the client secret is another one by now. */
  public Optional<ProviderGrant> open(String sealed) {
    return seal().open(sealed, ProviderGrant.class);
  }

  private Seal seal() {
    ProviderSettings provider = settings.provider().orElseThrow(IllegalStateException::new);
    return new Seal(provider.clientSecret(), "grant");
  }
}
