package dev.parley.testing;

/** The addresses of rooms and what is in them. */
public final class Paths {
  public static final String ROOMS = "/api/chat/rooms";
  public static final String TICKETS = "/api/realtime/tickets";

  private Paths() {}

  public static String room(long room) {
    return ROOMS + "/" + room;
  }

  public static String members(long room) {
    return room(room) + "/members";
  }

  public static String member(long room, Person person) {
    return members(room) + "/" + person.id();
  }

  public static String messages(long room) {
    return room(room) + "/messages";
  }

  public static String message(long room, long seq) {
    return messages(room) + "/" + seq;
  }

  public static String changes(long room, long since) {
    return room(room) + "/changes?since=" + since;
  }

  public static String read(long room) {
    return room(room) + "/read";
  }
}
