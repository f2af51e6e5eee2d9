package dev.parley.user;

import dev.parley.platform.IdsOf;
import dev.parley.testing.RecordedEvents;
import dev.parley.testing.TestDatabase;
import java.time.Clock;

/** The services of this package on a database without a server, for tests of later packages too. */
public final class Users {
  private Users() {}

  public static UserRevs revs(TestDatabase database) {
    var revs = new UserRevs();
    revs.entities = database.entities();
    return revs;
  }

  public static UserService service(TestDatabase database, Clock clock) {
    var users = new UserService();
    users.entities = database.entities();
    users.ids = IdsOf.database(database);
    users.revs = revs(database);
    users.renamed = new RecordedEvents<>();
    users.clock = clock;
    return users;
  }
}
