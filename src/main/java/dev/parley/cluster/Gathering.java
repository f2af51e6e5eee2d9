package dev.parley.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hints that wait to be sent: the newest of each subject, in the order in which the subjects came.
 * Thread-safe.
 */
final class Gathering {
  /** Subjects that wait at most; what comes on top is dropped, and found by the regular look. */
  static final int MOST = 10_000;

  private final Map<Note, Note> waiting = new LinkedHashMap<>(); // by subject
  private boolean ended;

  /** Adds one; never waits for what is done with them. */
  synchronized void add(Hint hint) {
    var note = Note.of(hint);
    Note subject = note.subject();
    if (!ended && (waiting.size() < MOST || waiting.containsKey(subject))) {
      waiting.merge(subject, note, Note::newest);
      notifyAll();
    }
  }

  /** Takes all that wait, which may be none. */
  synchronized List<Hint> take() {
    List<Hint> taken = waiting.values().stream().flatMap(note -> note.hint().stream()).toList();
    waiting.clear();
    return taken;
  }

  /** Waits until there are some. Returns false when there will be none any more. */
  synchronized boolean await() throws InterruptedException {
    while (waiting.isEmpty() && !ended) {
      wait();
    }
    return !ended;
  }

  /** Nothing is gathered any more, and nobody waits for it. */
  synchronized void end() {
    ended = true;
    waiting.clear();
    notifyAll();
  }
}
