package dev.parley.provider;

import dev.parley.platform.AccountLimits;
import dev.parley.platform.ClusterSettings;
import dev.parley.platform.ClusterSettings.Driver;
import dev.parley.platform.ProviderSettings;
import dev.parley.platform.ProviderSettings.ClaimNames;
import dev.parley.platform.Proxies;
import dev.parley.platform.Settings;
import dev.parley.platform.SignUps;
import dev.parley.testing.PlainProvider;
import dev.parley.testing.TestClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The classes of this package, put together for a provider. */
final class Providers implements AutoCloseable {
  final Provider provider = new Provider();
  final ProviderTokens tokens = new ProviderTokens();
  final CodeFlow flow = new CodeFlow();

  Providers(PlainProvider plain) {
    this(plain.issuer(), Clock.systemUTC());
  }

  Providers(String issuer, Clock clock) {
    provider.settings = settings(issuer);
    var identities = new Identities();
    identities.provider = provider;
    identities.clock = clock;
    var keys = new ProviderKeys();
    keys.provider = provider;
    tokens.provider = provider;
    tokens.keys = keys;
    tokens.identities = identities;
    tokens.clock = clock;
    var endpoint = new TokenEndpoint();
    endpoint.provider = provider;
    endpoint.identities = identities;
    var idTokens = new IdTokens();
    idTokens.provider = provider;
    idTokens.identities = identities;
    idTokens.keys = keys;
    idTokens.clock = clock;
    flow.provider = provider;
    flow.endpoint = endpoint;
    flow.idTokens = idTokens;
    flow.clock = clock;
  }

  static Providers at(PlainProvider plain, TestClock clock) {
    return new Providers(plain.issuer(), clock);
  }

  private static Settings settings(String issuer) {
    return new Settings(
        Path.of("data"),
        Path.of("data", "token-key.jwk"),
        Duration.ofMinutes(15),
        Duration.ofDays(30),
        SignUps.OPEN,
        new Proxies(List.of()),
        Optional.of(URI.create("http://localhost:8080")),
        List.of(),
        false,
        Optional.of(
            new ProviderSettings(
                issuer,
                PlainProvider.CLIENT,
                PlainProvider.SECRET,
                PlainProvider.CLIENT,
                List.of("openid", "profile"),
                "Plain",
                new ClaimNames("sub", "preferred_username", "name", "groups"),
                Set.of("chat-admins"),
                Map.of())),
        new ClusterSettings(
            Driver.LOCAL, List.of(), Optional.empty(), Optional.empty(), Optional.empty()),
        Duration.ZERO,
        new Settings.Limits(
            10,
            20,
            5,
            20,
            10_000,
            new AccountLimits(10, 10, 120, 1_000, 5_000, 2_000, 100, 200, 3)));
  }

  @Override
  public void close() {
    provider.close();
  }
}
