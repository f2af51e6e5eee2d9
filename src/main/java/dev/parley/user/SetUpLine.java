package dev.parley.user;

import dev.parley.platform.ProviderSettings;
import dev.parley.platform.Secrets;
import dev.parley.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Makes the set-up token at the first start, and says where it is until it is used. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class SetUpLine {
  private static final Logger LOG = System.getLogger(SetUpLine.class.getName());

  @Inject SetUpService setUp;
  @Inject SetUpFile file;
  @Inject Settings settings;

  @PostConstruct
  void print() {
    if (settings.provider().filter(ProviderSettings::decidesRoles).isPresent()) {
      return; // its groups say who is an administrator
    }
    if (setUp.isToBegin()) {
      begin(Secrets.random());
    } else if (!setUp.isPending()) {
      file.delete(); // it was used on another node
    }
    if (file.exists()) {
      LOG.log(
          Level.INFO,
          "Whoever enters the set-up token in Parley's settings is its first administrator. It is"
              + " in "
              + file.path());
    }
  }

  /** The file first: a token that nobody can read would be the only one there is. */
  private void begin(String token) {
    file.write(token);
    if (!setUp.begin(token)) {
      file.delete(); // another node was faster
    }
  }
}
