package dev.parley.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The configuration, read once at start; the table in the operations page lists the keys. A limit
 * of 0 is off.
 *
 * @param data {@code parley.data}: folder of everything that is kept on disk
 * @param tokenKey {@code parley.token.key}: file of the key that signs access tokens, the same on
 *     all nodes; made where there is none
 * @param tokenLifetime {@code parley.token.lifetime}: of an access token, 1 minute to 1 day
 * @param sessionLifetime {@code parley.session.lifetime}: from its last use, 1 hour to 400 days
 * @param signUps {@code parley.registration}: who may make an account
 * @param proxies {@code parley.proxies}: whose word counts on where a request comes from
 * @param url {@code parley.url}: the address people use; {@code Host} and {@code Origin} must fit
 *     it
 * @param origins {@code parley.origins}: further origins that may open a socket
 * @param standardSockets {@code parley.sockets}: whether sockets are written to by the standard API
 *     even where Parley knows a faster way
 * @param provider {@code parley.auth} and {@code parley.oidc.*}: who signs people in; empty where
 *     Parley does
 * @param cluster {@code parley.cluster} and {@code parley.nats.*}: how nodes tell each other
 * @param slow {@code parley.log.slow}: what a request may take without a line in the log; zero for
 *     no line
 * @param limits {@code parley.limits.*}
 */
public record Settings(
    Path data,
    Path tokenKey,
    Duration tokenLifetime,
    Duration sessionLifetime,
    SignUps signUps,
    Proxies proxies,
    Optional<URI> url,
    List<String> origins,
    boolean standardSockets,
    Optional<ProviderSettings> provider,
    ClusterSettings cluster,
    Duration slow,
    Limits limits) {

  /**
   * How much is too much.
   *
   * @param messagesPerSecond a user, with bursts of three times as many
   * @param connectionsPerUser open sockets of one user on a node
   * @param signIn failed tries an account in 15 minutes; ten times that an address
   * @param register registrations an address and hour
   * @param textLength UTF-16 units a message, at most {@value #MAX_TEXT}
   * @param account what one account may do
   */
  public record Limits(
      int messagesPerSecond,
      int connectionsPerUser,
      int signIn,
      int register,
      int textLength,
      AccountLimits account) {
    /** UTF-16 units that the database's column and a frame of 64 KiB can hold. */
    public static final int MAX_TEXT = 20_000;
  }
}
