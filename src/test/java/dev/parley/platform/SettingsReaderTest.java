package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.ClusterSettings.Driver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  @Test
  void withoutAnyKeyTheDocumentedDefaultsHold() {
    Settings settings = read(Map.of());
    assertThat(settings.data()).isAbsolute().hasFileName("data");
    assertThat(settings.tokenKey()).isEqualTo(settings.data().resolve("token-key.jwk"));
    assertThat(settings.tokenLifetime()).isEqualTo(Duration.ofMinutes(15));
    assertThat(settings.sessionLifetime()).isEqualTo(Duration.ofDays(30));
    assertThat(settings.url()).isEmpty();
    assertThat(settings.origins()).isEmpty();
    assertThat(settings.limits()).isEqualTo(new Settings.Limits(10, 20, 5, 20, 10_000));
  }

  @Test
  void everyKeyIsRead() {
    Settings settings =
        read(
            Map.of(
                "parley.data", "/srv/parley",
                "parley.token.key", "/run/secrets/parley.jwk",
                "parley.token.lifetime", "PT1H",
                "parley.session.lifetime", "P7D",
                "parley.url", "https://chat.example.org",
                "parley.origins", "https://a.example, HTTPS://B.example:443",
                "parley.limits.messages-per-second", "0",
                "parley.limits.text-length", "0"));
    assertThat(settings.data().toString()).isEqualTo("/srv/parley");
    assertThat(settings.tokenKey().toString()).isEqualTo("/run/secrets/parley.jwk");
    assertThat(settings.tokenLifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(settings.url()).contains(URI.create("https://chat.example.org"));
    assertThat(settings.origins()).containsExactly("https://a.example", "https://b.example");
    assertThat(settings.limits().messagesPerSecond()).isZero();
    assertThat(settings.limits().textLength()).isEqualTo(Settings.Limits.MAX_TEXT);
  }

  @ParameterizedTest
  @CsvSource({
    "parley.auth, ldap",
    "parley.sockets, fast",
    "parley.limits.register, many",
    "parley.limits.register, -1",
    "parley.limits.register, 1000001",
    "parley.limits.text-length, 20001",
    "parley.token.lifetime, 15",
    "parley.token.lifetime, PT1S",
    "parley.session.lifetime, P5000D",
    "parley.url, chat.example.org",
    "parley.url, ftp://chat.example.org",
    "parley.url, https://chat.example.org/chat",
    "parley.url, https://chat.example.org//",
    "parley.origins, https://a.example/path?x",
    "parley.limits.mesages, 5",
    "parley.cluster, redis",
    "parley.nats.url, http://nats.example.org",
    "parley.nats.url, nats.example.org:4222",
    "parley.nats.url, nats://nats.example.org/path",
    "parley.nats.credentials, /no/such/file",
    "parley.nats.ca, /",
    "parley.nats.prefix, chat.*",
    "parley.nats.prefix, chat.>",
  })
  void aWrongValueOrKeyIsNamedInOneLine(String key, String value) {
    assertThatExceptionOfType(BadConfigurationException.class)
        .isThrownBy(() -> read(Map.of(key, value)))
        .withMessageContaining(key)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void nodesTellEachOtherByWhatTheDatabaseOffersUnlessToldOtherwise() {
    ClusterSettings cluster = read(Map.of()).cluster();
    assertThat(cluster.driver()).isEqualTo(Driver.AUTO);
    assertThat(cluster.servers()).isEmpty();
    assertThat(cluster.prefix()).isEmpty();
  }

  @Test
  void everyKeyOfNatsIsRead(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    ClusterSettings cluster =
        read(Map.of(
                "parley.cluster", "nats",
                "parley.nats.url", "nats://user:pass@10.0.0.5:4222, tls://nats.example.org",
                "parley.nats.credentials", file.toString(),
                "parley.nats.ca", file.toString(),
                "parley.nats.prefix", "company.chat_1"))
            .cluster();
    assertThat(cluster)
        .isEqualTo(
            new ClusterSettings(
                Driver.NATS,
                List.of("nats://user:pass@10.0.0.5:4222", "tls://nats.example.org"),
                Optional.of(file),
                Optional.of(file),
                Optional.of("company.chat_1")));
    assertThat(cluster.toString()).doesNotContain("pass");
  }

  @Test
  void natsNeedsAnAddress() {
    assertThatExceptionOfType(BadConfigurationException.class)
        .isThrownBy(() -> read(Map.of("parley.cluster", "nats")))
        .withMessageContaining("parley.nats.url");
  }

  @Test
  void aPasswordInAnAddressThatIsNotRightIsNotTold() {
    assertThatExceptionOfType(BadConfigurationException.class)
        .isThrownBy(() -> read(Map.of("parley.nats.url", "amqp://user:s3cret@10.0.0.5")))
        .withMessageContaining("10.0.0.5")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
  }

  @Test
  void whatTheLauncherReadsIsKnown() {
    Map<String, String> values =
        Map.of(
            "parley.database.url", "jdbc:postgresql://db.example.org/parley",
            "parley.database.user", "parley",
            "parley.database.password", "secret",
            "parley.database.pool", "8");
    assertThat(read(values).limits()).isEqualTo(read(Map.of()).limits());
  }

  private static Settings read(Map<String, String> values) {
    return new SettingsReader(new MapConfig(values)).read();
  }

  /** A configuration made of a map. */
  private record MapConfig(Map<String, String> values) implements Config {
    @Override
    public <T> T getValue(String name, Class<T> type) {
      return getOptionalValue(name, type).orElseThrow();
    }

    @Override
    public ConfigValue getConfigValue(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
      return Optional.ofNullable(values.get(name)).map(type::cast);
    }

    @Override
    public Iterable<String> getPropertyNames() {
      return values.keySet();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
      return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      throw new UnsupportedOperationException();
    }
  }
}
