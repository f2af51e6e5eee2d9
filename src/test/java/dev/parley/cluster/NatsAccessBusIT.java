package dev.parley.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.BadConfigurationException;
import dev.parley.platform.ClusterSettings;
import dev.parley.platform.ClusterSettings.Driver;
import dev.parley.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whom Parley takes for the NATS server, and whom that takes for Parley. */
@Timeout(120)
class NatsAccessBusIT {
  private static final long ROOM = 17;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Optional<Path> NONE = Optional.empty();

  @TempDir Path folder;

  private final LogLines log = LogLines.of(Reachability.class);
  private final List<Node> nodes = new ArrayList<>();
  private NatsServer server;

  @AfterEach
  void close() {
    nodes.forEach(Node::close);
    log.close();
    if (server != null) {
      server.close();
    }
  }

  @Test
  void byTlsToAServerWithATrustedCertificate() {
    var identity = TlsIdentity.of(folder, "localhost");
    server = NatsServer.configured(folder, identity.configuration());
    assertThatNodesHearEachOther(tls(), NONE, Optional.of(identity.certificate()));
  }

  @Test
  void notToAServerWhoseCertificateIsForAnotherName() {
    var identity = TlsIdentity.of(folder, "nats.example.org");
    server = NatsServer.configured(folder, identity.configuration());
    node(tls(), NONE, Optional.of(identity.certificate())).awaitDown();
    awaitLine("there is no trust by TLS");
  }

  @Test
  void notToAServerWithACertificateOfWhomNobodyVouchesFor() {
    var identity = TlsIdentity.of(folder, "localhost");
    server = NatsServer.configured(folder, identity.configuration());
    node(tls(), NONE, NONE).awaitDown();
    awaitLine("there is no trust by TLS");
  }

  @Test
  void notByTlsToAServerWithoutIt() {
    server = NatsServer.start();
    node(tls(), NONE, NONE).awaitDown();
    awaitLine("it cannot be reached");
    assertThat(server.connections()).isZero();
  }

  @Test
  void withAUserAndAPassword() {
    server = NatsServer.start("--user", "parley", "--pass", "a-long-one");
    assertThatNodesHearEachOther(plain("parley:a-long-one@"), NONE, NONE);
  }

  @Test
  void aWrongPasswordIsRefusedAndNotTold() {
    server = NatsServer.start("--user", "parley", "--pass", "a-long-one");
    node(plain("parley:another-one@"), NONE, NONE).awaitDown();
    awaitLine("it refuses the credentials");
    assertThat(log.lines()).noneMatch(line -> line.contains("another-one"));
  }

  @Test
  void withTheCredentialsOfAUser() {
    var user = NatsUser.create(folder);
    server = NatsServer.configured(folder, knows(user));
    assertThatNodesHearEachOther(plain(""), Optional.of(user.credentials()), NONE);
  }

  @Test
  void theCredentialsOfAnotherUserAreRefused() throws IOException {
    var user = NatsUser.create(Files.createDirectory(folder.resolve("known")));
    var other = NatsUser.create(folder);
    server = NatsServer.configured(folder, knows(user));
    node(plain(""), Optional.of(other.credentials()), NONE).awaitDown();
    awaitLine("it refuses the credentials");
  }

  @Test
  void aFileThatIsSomethingElseStopsTheStart() throws IOException {
    Optional<Path> file = Optional.of(Files.writeString(folder.resolve("file"), "something else"));
    assertThatExceptionOfType(BadConfigurationException.class)
        .isThrownBy(() -> node("nats://localhost", file, NONE))
        .withMessageContaining("parley.nats.credentials");
    assertThatExceptionOfType(BadConfigurationException.class)
        .isThrownBy(() -> node("nats://localhost", NONE, file))
        .withMessageContaining("parley.nats.ca");
  }

  private static String knows(NatsUser user) {
    return "authorization { users: [ { nkey: %s } ] }".formatted(user.publicKey());
  }

  private String tls() {
    return "tls://localhost:" + server.port();
  }

  private String plain(String user) {
    return "nats://" + user + "127.0.0.1:" + server.port();
  }

  private void assertThatNodesHearEachOther(
      String url, Optional<Path> credentials, Optional<Path> authority) {
    Node a = node(url, credentials, authority);
    Node b = node(url, credentials, authority);
    b.cluster().follow(ROOM);
    b.awaitHintOf(a, new Hint.Room(ROOM, 1));
  }

  private Node node(String url, Optional<Path> credentials, Optional<Path> authority) {
    var settings =
        new ClusterSettings(Driver.NATS, List.of(url), credentials, authority, Optional.empty());
    Node node =
        Node.open(
            "node" + nodes.size(), (text, threads) -> new NatsBus(settings, "ours", text, threads));
    nodes.add(node);
    return node;
  }

  private void awaitLine(String part) {
    Eventually.holds(
        "a line says that " + part,
        PATIENCE,
        () -> log.lines().stream().anyMatch(line -> line.contains(part)));
  }
}
