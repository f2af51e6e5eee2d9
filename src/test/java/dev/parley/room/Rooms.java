package dev.parley.room;

import dev.parley.testing.TestDatabase;
import dev.parley.user.Users;
import java.time.Clock;

/** The services of this package on a database without a server, for tests of later packages too. */
public final class Rooms {
  private Rooms() {}

  public static RoomQueries queries(TestDatabase database, Clock clock) {
    var queries = new RoomQueries();
    queries.entities = database.entities();
    queries.users = Users.service(database, clock);
    return queries;
  }
}
