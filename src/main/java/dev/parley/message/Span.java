package dev.parley.message;

import dev.parley.platform.InvalidInputException;
import dev.parley.platform.PageRequest;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a history is asked for.
 *
 * @param anchor where it lies
 * @param seq the message that it lies before, after or around; no matter with {@code NEWEST}
 * @param limit messages at most, 1 to {@value PageRequest#MAX_LIMIT}
 */
public record Span(Anchor anchor, long seq, int limit) {
  /** Where a part of a history lies. */
  public enum Anchor {
    NEWEST,
    BEFORE,
    AFTER,
    AROUND
  }

  /**
   * Numbers from {@code first} to {@code last}, both of them in it; empty where first is larger.
   */
  record Range(long first, long last) {
    boolean isEmpty() {
      return first > last;
    }

    /**
     * Ranges that hold all the numbers, and no more than {@code gap} others between two of them.
     */
    static List<Range> around(List<Long> seqs, int gap) {
      var ranges = new ArrayDeque<Range>();
      for (long seq : seqs.stream().sorted().toList()) {
        boolean joins = !ranges.isEmpty() && seq - ranges.getLast().last() - 1 <= gap;
        ranges.add(new Range(joins ? ranges.removeLast().first() : seq, seq));
      }
      return List.copyOf(ranges);
    }
  }

  /**
   * Reads a span from parameters, of which at most one may be there beside the limit.
   *
   * @throws InvalidInputException if there are two, or one is out of bounds
   */
  public static Span of(
      @Nullable Long before, @Nullable Long after, @Nullable Long around, int limit) {
    if (Stream.of(before, after, around).filter(Objects::nonNull).count() > 1) {
      throw new InvalidInputException("before", "single", "only one of before, after and around");
    }
    if (before != null) {
      return new Span(Anchor.BEFORE, checked("before", before), limit);
    }
    if (after != null) {
      return new Span(Anchor.AFTER, checked("after", after), limit);
    }
    return around != null
        ? new Span(Anchor.AROUND, checked("around", around), limit)
        : new Span(Anchor.NEWEST, 0, limit);
  }

  /** The numbers that this is in a room of which the newest message is {@code lastSeq}. */
  Range within(long lastSeq) {
    return switch (anchor) {
      case NEWEST -> endingAt(lastSeq);
      case BEFORE -> endingAt(Math.min(seq - 1, lastSeq));
      case AFTER -> startingAt(Math.min(seq, lastSeq) + 1, lastSeq);
      case AROUND -> startingAt(Math.max(1, Math.min(seq, lastSeq) - limit / 2), lastSeq);
    };
  }

  /** Where in a range that is not empty the message lies that matters most: the nearest one. */
  int indexIn(Range range) {
    long wanted =
        switch (anchor) {
          case NEWEST, BEFORE -> range.last();
          case AFTER -> range.first();
          case AROUND -> Math.max(range.first(), Math.min(seq, range.last()));
        };
    return Math.toIntExact(wanted - range.first());
  }

  private Range endingAt(long last) {
    return new Range(Math.max(1, last - limit + 1), last);
  }

  private Range startingAt(long first, long lastSeq) {
    return new Range(first, Math.min(lastSeq, first + limit - 1));
  }

  private static long checked(String field, long seq) {
    if (seq < 0) {
      throw new InvalidInputException(field, "range", "must be the number of a message");
    }
    return seq;
  }
}
