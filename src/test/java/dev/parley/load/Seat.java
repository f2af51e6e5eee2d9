package dev.parley.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;

/** A member's place in a room: their socket, what they write and what they heard. */
final class Seat implements Socket.Listener {
  private static final int FEW_WORDS = 12; // characters of a usual text

  private final String token;
  private final int room;
  private final Spread spread;
  private final int node;
  private final Draft draft;
  private final Heard heard;
  private final Unanswered unanswered = new Unanswered();
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
   * A place of someone in a room whose members may be at several nodes.
   *
   * @param room index of the room
   * @param place in the room, from 0; the first ones write
   * @param writers in the room
   */
  Seat(String token, int room, int place, int writers, Spread spread) {
    this(token, room, place, writers, FEW_WORDS, spread);
  }

  /**
   * A place of someone whose texts have so many characters more than are looked for.
   *
   * @param room index of the room
   * @param place in the room, from 0; the first ones write
   * @param writers in the room
   */
  Seat(String token, int room, int place, int writers, int padding) {
    this(token, room, place, writers, padding, Spread.oneNode());
  }

  private Seat(String token, int room, int place, int writers, int padding, Spread spread) {
    this.token = token;
    this.room = room;
    this.spread = spread;
    this.node = spread.node(room, place);
    this.draft = new Draft(People.room(room), place, padding);
    this.heard = new Heard(writers);
  }

  int room() {
    return room;
  }

  int node() {
    return node;
  }

  Heard heard() {
    return heard;
  }

  /** Begins to connect to its node. */
  void connect(Loop loop, List<InetSocketAddress> nodes) throws IOException {
    unanswered.forget();
    socket = new Socket(loop, nodes.get(node), token, this);
  }

  Socket socket() {
    return socket;
  }

  /** Whether the server takes another message: it is there, and has answered others. */
  boolean canWrite() {
    return socket.isOpen() && unanswered.hasRoom();
  }

  void write(long due) {
    ByteBuffer frame = draft.next(due);
    unanswered.sent(draft.id(), due);
    socket.send(frame);
  }

  /** From now on counts for this, and from zero. */
  void listen(Hearing to) {
    hearing = to;
    heard.clear();
  }

  @Override
  public void text(byte[] bytes, int from, int to) {
    OptionalLong due = unanswered.take(bytes, from, to);
    if (due.isPresent()) {
      hearing.answered(due.getAsLong(), Unanswered.isStored(bytes, from, to));
    } else {
      Mark.find(bytes, from, to, this::hear);
    }
  }

  private void hear(int writer, int number, long due) {
    if (hearing.note(due, spread.node(room, writer) != node)) {
      heard.hear(writer, number);
    }
  }
}
