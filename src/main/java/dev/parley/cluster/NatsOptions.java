package dev.parley.cluster;

import dev.parley.platform.ClusterSettings;
import io.nats.client.Options;
import io.nats.client.Options.HostnameResolveMode;
import java.time.Duration;
import java.util.List;

/** How the NATS client is to behave. */
final class NatsOptions {
  private static final Duration ANSWER = Duration.ofSeconds(2); // or it is taken to be dead
  private static final int PINGS_WITHOUT_ANSWER = 2;

  /** More than a node gathers; what is sent while the server hangs is dropped above that. */
  private static final int QUEUED = 2 * Gathering.MOST;

  private NatsOptions() {}

  /**
   * Connects to one of the servers, and again when that ends, for ever. Nothing is kept for later:
   * hints are of now. What a node sends does not come back to it.
   *
   * @throws dev.parley.platform.BadConfigurationException where a file is not what it should be
   */
  static Options.Builder of(ClusterSettings settings, NatsThreads threads) {
    List<String> servers = settings.servers();
    var options =
        Options.builder()
            .servers(servers.toArray(String[]::new))
            .ignoreDiscoveredServers() // they may be known by names that are in no certificate
            .hostnameResolveMode(HostnameResolveMode.HappyEyeballs) // the others forget the name
            .connectionName("Parley")
            .noEcho()
            .connectionTimeout(ANSWER)
            .socketWriteTimeout(ANSWER)
            .pingInterval(ANSWER)
            .maxPingsOut(PINGS_WITHOUT_ANSWER)
            .maxReconnects(-1)
            .reconnectDelayHandler(tries -> Waits.after((int) Math.min(tries, Byte.MAX_VALUE)))
            .reconnectBufferSize(0)
            .maxMessagesInOutgoingQueue(QUEUED)
            .discardMessagesWhenOutgoingQueueFull()
            .executor(threads.work())
            .connectExecutor(threads.work())
            .callbackExecutor(threads.callbacks())
            .scheduledExecutor(threads.clock());
    if (settings.authority().isPresent() || servers.stream().anyMatch(s -> s.startsWith("tls:"))) {
      options.sslContext(NatsTrust.context(settings.authority()));
    }
    settings.credentials().ifPresent(file -> options.authHandler(new NatsCredentials(file)));
    return options;
  }
}
