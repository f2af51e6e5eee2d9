package dev.parley.audit;

import dev.parley.platform.IdsOf;
import dev.parley.testing.TestDatabase;
import java.time.Clock;

/** The trail on a database without a server, for tests of later packages too. */
public final class Audits {
  private Audits() {}

  public static AuditTrail trail(TestDatabase database, Clock clock) {
    var trail = new AuditTrail();
    trail.entities = database.entities();
    trail.ids = IdsOf.database(database);
    trail.clock = clock;
    return trail;
  }
}
