package dev.parley.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Hands the settings to whoever injects them. */
@ApplicationScoped
public class SettingsProducer {
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
    return new SettingsReader(ConfigProvider.getConfig()).read();
  }
}
