package dev.parley.realtime;

import dev.parley.testing.PostgresServer;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The same with nodes that hear of each other by NATS; in the long form alone, for it takes long.
 */
@EnabledIfSystemProperty(named = "parley.testing.breaks", matches = "[1-9].*")
class NodeFailuresOverNatsIT extends NodeFailuresIT {
  @Override
  Bus bus(PostgresServer database) {
    return new NatsWire();
  }
}
