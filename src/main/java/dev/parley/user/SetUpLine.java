package dev.parley.user;

import dev.parley.platform.ProviderSettings;
import dev.parley.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Prints the set-up token at the first start, and never again. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class SetUpLine {
  private static final Logger LOG = System.getLogger(SetUpLine.class.getName());

  @Inject SetUpService setUp;
  @Inject Settings settings;

  @PostConstruct
  void print() {
    if (settings.provider().filter(ProviderSettings::decidesRoles).isPresent()) {
      return; // its groups say who is an administrator
    }
    setUp
        .begin()
        .ifPresent(
            token ->
                LOG.log(
                    Level.INFO,
                    "Whoever enters this set-up token in Parley's settings is its first"
                        + " administrator: "
                        + token));
  }
}
