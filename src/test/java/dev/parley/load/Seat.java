package dev.parley.load;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A member's place in a room: their socket, what they write and what they heard. */
final class Seat implements Socket.Listener {
  private static final int FEW_WORDS = 12; // characters of a usual text

  private final String token;
  private final int room;
  private final Draft draft;
  private final Heard heard;
  private Hearing hearing = Hearing.deaf();
  private Socket socket;

  /**
   * A place of someone who is not connected yet.
   *
   * @param room index of the room
   * @param place in the room, from 0; the first ones write
   * @param writers in the room
   */
  Seat(String token, int room, int place, int writers) {
    this(token, room, place, writers, FEW_WORDS);
  }

  /**
   * A place of someone whose texts have so many characters more than are looked for.
   *
   * @param room index of the room
   * @param place in the room, from 0; the first ones write
   * @param writers in the room
   */
  Seat(String token, int room, int place, int writers, int padding) {
    this.token = token;
    this.room = room;
    this.draft = new Draft(People.room(room), place, padding);
    this.heard = new Heard(writers);
  }

  int room() {
    return room;
  }

  Heard heard() {
    return heard;
  }

  /** Begins to connect. */
  void connect(Loop loop, InetSocketAddress server) throws IOException {
    socket = new Socket(loop, server, token, this);
  }

  Socket socket() {
    return socket;
  }

  void write(long due) {
    socket.send(draft.next(due));
  }

  /** From now on counts for this, and from zero. */
  void listen(Hearing to) {
    hearing = to;
    heard.clear();
  }

  @Override
  public void text(byte[] bytes, int from, int to) {
    Mark.find(bytes, from, to, this::hear);
  }

  private void hear(int writer, int number, long due) {
    if (hearing.note(due)) {
      heard.hear(writer, number);
    }
  }
}
