package dev.parley.cluster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hints as text, many in one: {@code parley1 <node> r17:0:4031 p5:0:9}, in ASCII. What is not
 * understood is passed over: it may be of a later version, or of someone else. Thread-safe.
 */
final class HintText {
  /** Bytes of one text: PostgreSQL takes fewer than 8,000 (its manual on NOTIFY). */
  static final int MOST_BYTES = 7_999;

  private static final Logger LOG = System.getLogger(HintText.class.getName());
  private static final String VERSION = "parley1";
  private static final String SPACE = " ";

  private final String node;
  private final AtomicLong passedOver = new AtomicLong();

  /**
   * The texts of one node.
   *
   * @param node what no other node is called; without spaces
   */
  HintText(String node) {
    this.node = node;
  }

  /** Writes hints in as few texts as they fit into. */
  List<String> write(List<Hint> hints) {
    var texts = new ArrayList<String>();
    var text = new StringBuilder();
    for (Hint hint : hints) {
      String word = Note.of(hint).word();
      if (text.length() + 1 + word.length() > MOST_BYTES) {
        texts.add(text.toString());
        text.setLength(0);
      }
      if (text.isEmpty()) {
        text.append(VERSION).append(SPACE).append(node);
      }
      text.append(SPACE).append(word);
    }
    if (!text.isEmpty()) {
      texts.add(text.toString());
    }
    return texts;
  }

  /** Reads what another node wrote; nothing of this node's own, and nothing of what is strange. */
  List<Hint> read(String text) {
    String[] words = text.length() > MOST_BYTES ? new String[0] : text.split(SPACE, -1);
    if (words.length < 2 || !words[0].equals(VERSION)) {
      passOver();
      return List.of();
    }
    return words[1].equals(node) ? List.of() : hints(words);
  }

  /** Texts and words that were not understood. */
  long passedOver() {
    return passedOver.get();
  }

  private List<Hint> hints(String[] words) {
    var hints = new ArrayList<Hint>();
    for (int i = 2; i < words.length; i++) {
      Optional<Hint> hint = Note.parse(words[i]).flatMap(Note::hint);
      hint.ifPresentOrElse(hints::add, this::passOver);
    }
    return hints;
  }

  private void passOver() {
    if (passedOver.getAndIncrement() == 0) { // whoever it is may send a lot of it
      LOG.log(
          Level.WARNING,
          "On the bus of the nodes there is something that this node does not understand: another"
              + " version of Parley, or something else. It is passed over.");
    }
  }
}
