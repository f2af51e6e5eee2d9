package dev.parley.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ana, Bo and Cy have an account on the shared server and are signed in for the whole run. What one
 * test does in their names, another one sees: take rooms of your own, or a {@link #newcomer}.
 */
public final class People {
  private final ParleyServer server;
  private final Map<String, Person> known = new ConcurrentHashMap<>();

  public People(ParleyServer server) {
    this.server = server;
  }

  public Person ana() {
    return known("ana");
  }

  public Person bo() {
    return known("bo");
  }

  public Person cy() {
    return known("cy");
  }

  /** The administrator of the shared server. */
  public Person admin() {
    return known.computeIfAbsent(
        "admin", name -> setUp(Person.register(server, "root-" + Names.unique())));
  }

  /** What made {@link #admin} one. */
  public String setUpToken() {
    return SetUpToken.in(server.log());
  }

  private Person setUp(Person person) {
    person.api().post("/api/set-up", Map.of("setUpToken", setUpToken())).expect(200);
    return person;
  }

  /** Somebody new, whom nobody else uses. */
  public Person newcomer() {
    String username = "p" + Names.unique();
    return known.computeIfAbsent(username, name -> Person.register(server, name));
  }

  private Person known(String name) {
    return known.computeIfAbsent(name, n -> Person.register(server, n + "-" + Names.unique()));
  }

  void close() {
    known.values().forEach(Person::closeSockets);
  }
}
