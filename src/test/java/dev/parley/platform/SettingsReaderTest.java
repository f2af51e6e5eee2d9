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
    assertThat(settings.limits())
        .isEqualTo(
            new Settings.Limits(
                10,
                20,
                5,
                20,
                10_000,
                new AccountLimits(10, 10, 120, 1_000, 5_000, 2_000, 100, 200, 100)));
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

  @Test
  void aSecretIsAlsoReadFromAFile(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), " kept as it is \n");
    Path servers = Files.writeString(folder.resolve("servers"), "nats://user:pass@10.0.0.5\r\n");
    Settings settings =
        read(
            Map.of(
                "parley.auth", "oidc",
                "parley.oidc.issuer", "https://id.example.org",
                "parley.oidc.client-id", "parley",
                "parley.oidc.client-secret.file", secret.toString(),
                "parley.url", "https://chat.example.org",
                "parley.nats.url.file", servers.toString()));
    assertThat(settings.provider().orElseThrow().clientSecret()).isEqualTo(" kept as it is ");
    assertThat(settings.cluster().servers()).containsExactly("nats://user:pass@10.0.0.5");
  }

  @Test
  void aSecretIsSetOnce() {
    assertThatExceptionOfType(BadConfigurationException.class)
        .isThrownBy(
            () -> read(Map.of("parley.nats.url", "nats://a:s3cret@b", "parley.nats.url.file", "f")))
        .withMessageContaining("parley.nats.url and parley.nats.url.file are both set")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
  }

  @Test
  void aSecretInThePlaceOfTheNameOfItsFileIsNotTold() {
    assertThatExceptionOfType(BadConfigurationException.class)
        .isThrownBy(() -> read(Map.of("parley.nats.url.file", "s3cret")))
        .withMessageContaining("parley.nats.url.file must be a file that Parley can read")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
  }

  @Test
  void aPasswordWithACommaThatCutsTheAddressIsNotTold() {
    assertThatExceptionOfType(BadConfigurationException.class)
        .isThrownBy(() -> read(Map.of("parley.nats.url", "nats://user:s3cret,rest@10.0.0.5")))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
  }

  @ParameterizedTest
  @CsvSource({
    "PARLEY_REGISTRATON, PARLEY_REGISTRATION",
    "PARLEY_REGISTRATION_MODE, PARLEY_REGISTRATION",
    "Parley_Registration, PARLEY_REGISTRATION",
    "PARLEY-REGISTRATION, PARLEY_REGISTRATION",
    "PARLY_REGISTRATION, PARLEY_REGISTRATION",
    "PARLEY_ULR, PARLEY_URL",
    "PARLEY_LIMITS_MESSAGES, PARLEY_LIMITS_MESSAGES_PER_SECOND",
    "PARLEY_DATABASE_PASWORD_FILE, PARLEY_DATABASE_PASSWORD_FILE",
    "PARLEY_TOKEN_KEY_FILE, PARLEY_TOKEN_KEY",
  })
  void aVariableThatIsNearAKeyIsRefusedAndTheKeyNamed(String variable, String meant) {
    assertThatExceptionOfType(BadConfigurationException.class)
        .isThrownBy(() -> given(Map.of(variable, "closed", "PARLEY_SITE", "x")))
        .withMessageContaining(variable + (meant == null ? "" : " (is " + meant + " meant?)"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("closed", "\n"));
  }

  @Test
  void allThatIsRefusedIsNamedAtOnce() {
    assertThatExceptionOfType(BadConfigurationException.class)
        .isThrownBy(() -> given(Map.of("PARLEY_AUHT", "oidc", "PARLEY_DTAA", "/srv/parley")))
        .withMessageContaining("PARLEY_AUHT")
        .withMessageContaining("PARLEY_DTAA");
  }

  @Test
  void variablesOfOthersArePassedOverAndThoseThatBeginLikeOursNamed() {
    var environment = Map.of("PARLEY_SITE", "Berlin", "PARLEY_HELLO", "x", "PATH", "/bin");
    assertThat(given(environment))
        .contains("PARLEY_HELLO, PARLEY_SITE")
        .doesNotContain("Berlin", "PATH", "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "PARLEY_SERVICE_HOST, 10.0.0.7",
    "PARLEY_SERVICE_PORT, 8080",
    "PARLEY_SERVICE_PORT_HTTP, 8080",
    "PARLEY_PORT, tcp://10.0.0.7:8080",
    "PARLEY_PORT_8080_TCP, tcp://10.0.0.7:8080",
    "PARLEY_PORT_8080_TCP_ADDR, 10.0.0.7",
    "PARLEY_DATABASE_SERVICE_HOST, 10.0.0.8",
    "PARLEY_DATABASE_PORT, tcp://10.0.0.8:5432",
    "PARLEY_REGISTRATION, open",
    "parley_registration, open",
    "parley.registration, open",
    "PARLEY_OIDC_CLIENT_SECRET_FILE, /run/secrets/oidc",
    "USER, parley",
    "PARSE_URL, http://parse",
  })
  void whatOrchestratorsSetAndWhatIsAKeyLeavesNoLine(String variable, String value) {
    assertThat(given(Map.of(variable, value))).isEmpty();
  }

  @Test
  void whatAServerMakesOfAVariableIsJudgedByTheVariable() {
    var reader =
        new SettingsReader(
            new MapConfig(
                Map.of(
                    "parley.service.host", "10.0.0.7",
                    "PARLEY_SERVICE_HOST", "10.0.0.7",
                    "parley.limits.sign.in", "5")),
            Map.of("PARLEY_SERVICE_HOST", "10.0.0.7", "PARLEY_LIMITS_SIGN_IN", "5"));
    reader.read();
    assertThat(reader.passedOver()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"parley.limits.sign.in", "PARLEY_REGISTRATION", "Parley.url", "parly.url"})
  void aPropertyThatIsSpelledInAnotherWayIsRefused(String name) {
    assertThatExceptionOfType(BadConfigurationException.class)
        .isThrownBy(() -> read(Map.of(name, "5")))
        .withMessageContaining(name);
  }

  @Test
  void whatBelongsToSomethingElseCanBeLetThrough() {
    var ignoring = Map.of("parley.config.ignore", "PARLEY_BACKUP_, parley.limits.of-others");
    var reader =
        new SettingsReader(
            new MapConfig(ignoring),
            Map.of("PARLEY_BACKUP_HOUR", "3", "PARLEY_LIMITS_OF_OTHERS_CPU", "2"));
    reader.read();
    assertThat(reader.passedOver()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PARLEY_", "PARLEY_LIMITS_", "parley.registration", "BACKUP_"})
  void ourOwnKeysCannotBeLetThrough(String beginning) {
    assertThatExceptionOfType(BadConfigurationException.class)
        .isThrownBy(() -> read(Map.of("parley.config.ignore", beginning)))
        .withMessageContaining("parley.config.ignore");
  }

  /** What is said of an environment, with no other configuration. */
  private static String given(Map<String, String> environment) {
    var reader = new SettingsReader(new MapConfig(Map.of()), environment);
    reader.read();
    return reader.passedOver();
  }

  private static Settings read(Map<String, String> values) {
    return new SettingsReader(new MapConfig(values), Map.of()).read();
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
