package dev.parley.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.ConfigProvider;

/** Hands the settings to whoever injects them. */
@ApplicationScoped
public class SettingsProducer {
  private static final Logger LOG = System.getLogger(SettingsProducer.class.getName());

  @Produces
  @Singleton
  Settings settings() {
    return current();
  }

  /**
   * Reads the settings where nothing can be injected.
   *
   * @throws BadConfigurationException naming the key that is not right
   */
  public static Settings current() {
    return reader().read();
  }

  /**
   * Reads the settings at the start, once, and warns of variables that are passed over.
   *
   * @throws BadConfigurationException naming the key that is not right
   */
  static void check() {
    SettingsReader reader = reader();
    try {
      reader.read();
    } catch (BadConfigurationException e) {
      LOG.log(Level.ERROR, e.getMessage());
      throw e;
    }
    if (!reader.passedOver().isEmpty()) {
      LOG.log(Level.WARNING, reader.passedOver());
    }
  }

  private static SettingsReader reader() {
    return new SettingsReader(ConfigProvider.getConfig(), System.getenv());
  }
}
