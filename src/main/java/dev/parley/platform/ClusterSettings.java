package dev.parley.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How nodes tell each other what may have changed: {@code parley.cluster} and {@code
 * parley.nats.*}.
 *
 * @param driver {@code parley.cluster}
 * @param servers {@code parley.nats.url}: the NATS servers, of which any one will do; addresses may
 *     have a user and a password in them; also from {@code parley.nats.url.file}
 * @param credentials {@code parley.nats.credentials}: a file with a token and the key to it, as
 *     NATS makes them for its users ({@code .creds})
 * @param authority {@code parley.nats.ca}: a file with the certificates (PEM) of those who may
 *     vouch for the NATS servers; without it those whom Java trusts
 * @param prefix {@code parley.nats.prefix}: begins all subjects; without it a Parley has its own
 */
public record ClusterSettings(
    Driver driver,
    List<String> servers,
    Optional<Path> credentials,
    Optional<Path> authority,
    Optional<String> prefix) {

  /** What carries the hints. */
  public enum Driver {
    /** PostgreSQL where the database is one, otherwise nothing. */
    AUTO,
    /** Nothing: there is one node. */
    LOCAL,
    POSTGRESQL,
    NATS
  }

  @Override
  public String toString() {
    return "ClusterSettings[driver=" + driver + "]"; // passwords must not reach a log
  }
}
