package dev.parley.realtime;

import dev.parley.realtime.Event.Acknowledged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Judges whether a room's log is what its writers were told, as the history tells it. */
final class HistoryChecker {
  /** A message of the log. */
  record Stored(long seq, String cid) {}

  private final Map<String, SentMessage> sent;
  private final List<Stored> log;
  private final Map<String, Long> seqs = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * Checks one room.
   *
   * @param log all of it, in the order in which it is shown
   */
  HistoryChecker(List<Event> events, long room, List<Stored> log) {
    this.sent = SentMessage.of(room, events);
    this.log = log;
  }

  /** What is wrong, each with who, what and when; nothing where all is well. */
  List<String> faults() {
    checkLog();
    sent.values().forEach(this::checkAnswers);
    checkOrder();
    return faults;
  }

  private void checkLog() {
    long next = 1;
    for (Stored one : log) {
      if (one.seq() != next) {
        faults.add("a hole: seq " + one.seq() + " stands where " + next + " should");
      }
      next = one.seq() + 1;
      checkStored(one);
    }
  }

  private void checkStored(Stored one) {
    Long before = seqs.putIfAbsent(one.cid(), one.seq());
    if (before != null) {
      faults.add("doubled, at seq " + before + " and " + one.seq() + ": " + told(one.cid()));
    }
    if (!sent.containsKey(one.cid())) {
      faults.add("sent by nobody, at seq " + one.seq() + ": " + one.cid());
    }
  }

  private String told(String cid) {
    return Optional.ofNullable(sent.get(cid)).map(SentMessage::toString).orElse(cid);
  }

  private void checkAnswers(SentMessage message) {
    Long seq = seqs.get(message.cid());
    if (!message.isAcknowledged()) {
      faults.add("never acknowledged: " + message);
    } else if (seq == null) {
      faults.add("lost: " + message);
    } else if (message.answers().stream().map(Acknowledged::seq).anyMatch(s -> !s.equals(seq))) {
      faults.add("acknowledged where it does not stand, which is at seq " + seq + ": " + message);
    }
  }

  /** What was acknowledged before another message was begun stands before that one. */
  private void checkOrder() {
    List<SentMessage> begun = sorted(message -> message.first().at());
    List<SentMessage> answered = sorted(message -> message.answer().at());
    int done = 0;
    Optional<SentMessage> last = Optional.empty(); // of those answered so far
    for (SentMessage message : begun) {
      for (; answered.get(done).answer().at() < message.first().at(); done++) {
        last = later(last, answered.get(done));
      }
      last.ifPresent(earlier -> checkOrder(earlier, message));
    }
  }

  private List<SentMessage> sorted(ToLongFunction<SentMessage> time) {
    return sent.values().stream()
        .filter(SentMessage::isAcknowledged)
        .sorted(Comparator.comparingLong(time))
        .toList();
  }

  private static Optional<SentMessage> later(Optional<SentMessage> last, SentMessage next) {
    return last.filter(l -> l.answer().seq() > next.answer().seq()).or(() -> Optional.of(next));
  }

  private void checkOrder(SentMessage earlier, SentMessage message) {
    if (message.answer().seq() < earlier.answer().seq()) {
      faults.add("out of order: " + message + ", which is before " + earlier);
    }
  }
}
