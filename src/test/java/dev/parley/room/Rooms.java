package dev.parley.room;

import dev.parley.testing.TestDatabase;
import dev.parley.user.Users;
import jakarta.persistence.EntityManager;
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

  /** Services as far as they go with somebody who may not see a room. */
  public static RoomQueries queries(EntityManager entities) {
    var queries = new RoomQueries();
    queries.entities = entities;
    return queries;
  }

  public static RoomCounters counters(EntityManager entities) {
    var counters = new RoomCounters();
    counters.entities = entities;
    return counters;
  }

  static Memberships memberships(EntityManager entities) {
    var memberships = new Memberships();
    memberships.entities = entities;
    return memberships;
  }

  static MemberService members(EntityManager entities) {
    var members = new MemberService();
    members.entities = entities;
    members.rooms = queries(entities);
    members.counters = counters(entities);
    members.memberships = memberships(entities);
    return members;
  }

  static RoomService service(EntityManager entities) {
    var service = new RoomService();
    service.entities = entities;
    service.rooms = queries(entities);
    service.counters = counters(entities);
    service.memberships = memberships(entities);
    return service;
  }
}
