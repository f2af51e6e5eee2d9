package dev.parley.realtime;

import dev.parley.testing.ServerOptions;

/** What nodes tell each other by, for tests that cut it. */
interface Bus extends AutoCloseable {
  /** The options of nodes that use it. */
  ServerOptions with(ServerOptions options);

  /** Nobody hears anybody any more. */
  void cut();

  /** All may find it again. */
  void mend();

  @Override
  void close();
}
