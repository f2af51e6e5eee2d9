package dev.parley.cluster;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A hint in four fields, as it is gathered and written: {@code r17:0:4031}.
 *
 * @param kind one letter
 * @param first the room, or where there is none the person
 * @param second the person in the room, or 0
 * @param count what only grows: a rev or a seq, or 0
 */
record Note(char kind, long first, long second, long count) {
  private static final char ROOM = 'r';
  private static final char PERSON = 'p';
  private static final char RENAMED = 'n';
  private static final char READ = 'm';
  private static final char TYPING = 't';

  /** Three numbers that fit a {@code long}. */
  private static final Pattern WORD =
      Pattern.compile("([a-z])([0-9]{1,18}):([0-9]{1,18}):([0-9]{1,18})");

  static Note of(Hint hint) {
    if (hint instanceof Hint.Room room) {
      return new Note(ROOM, room.roomId(), 0, room.rev());
    } else if (hint instanceof Hint.Person person) {
      return new Note(PERSON, person.userId(), 0, person.rev());
    } else if (hint instanceof Hint.Renamed renamed) {
      return new Note(RENAMED, renamed.userId(), 0, 0);
    } else if (hint instanceof Hint.Read read) {
      return new Note(READ, read.roomId(), read.userId(), read.seq());
    }
    var typing = (Hint.Typing) hint;
    return new Note(TYPING, typing.roomId(), typing.userId(), 0);
  }

  /** What was written by {@link #word}; empty where it is something else, or of a later version. */
  static Optional<Note> parse(String word) {
    var matcher = WORD.matcher(word);
    return matcher.matches() ? Optional.of(parse(matcher.toMatchResult())) : Optional.empty();
  }

  private static Note parse(MatchResult parts) {
    return new Note(
        parts.group(1).charAt(0),
        Long.parseLong(parts.group(2)),
        Long.parseLong(parts.group(3)),
        Long.parseLong(parts.group(4)));
  }

  /** The hint; empty where no kind has this letter. */
  Optional<Hint> hint() {
    return Optional.ofNullable(
        switch (kind) {
          case ROOM -> new Hint.Room(first, count);
          case PERSON -> new Hint.Person(first, count);
          case RENAMED -> new Hint.Renamed(first);
          case READ -> new Hint.Read(first, second, count);
          case TYPING -> new Hint.Typing(first, second);
          default -> null;
        });
  }

  /** One word of ASCII, of at most 58 characters. */
  String word() {
    return kind + (first + ":" + second + ":" + count);
  }

  /** The same for all hints of which the newest is enough. */
  Note subject() {
    return new Note(kind, first, second, 0);
  }

  /** Of two on one subject the one that stands higher. */
  Note newest(Note other) {
    return other.count > count ? other : this;
  }

  /** The room in which somebody has to be for this to be of use; empty where it is for all. */
  OptionalLong room() {
    return kind == ROOM || kind == TYPING ? OptionalLong.of(first) : OptionalLong.empty();
  }
}
