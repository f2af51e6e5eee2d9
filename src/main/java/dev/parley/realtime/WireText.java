package dev.parley.realtime;

import dev.parley.platform.Json;
import dev.parley.platform.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * One or more frames as they go out. Its size is counted once, however many receive it.
 *
 * @param bytes of the text in UTF-8
 */
record WireText(String text, int bytes) {
  /** Bytes that frames are joined up to; a larger single frame goes alone. */
  static final int MAX_JOINED = 64 * 1024;

  static WireText of(String text) {
    return new WireText(text, Texts.utf8Length(text));
  }

  /** Writes a frame. */
  static WireText frame(Object frame) {
    return of(Json.write(frame));
  }

  /** Joins frames, in order, into texts that may go out at once. */
  static List<WireText> joined(List<WireText> frames) {
    var texts = new ArrayList<WireText>();
    int first = 0;
    int bytes = 0;
    for (int i = 0; i < frames.size(); i++) {
      int more = frames.get(i).bytes() + 1; // and the line feed between two
      if (i > first && bytes + more > MAX_JOINED) {
        texts.add(join(frames.subList(first, i), bytes));
        first = i;
        bytes = 0;
      }
      bytes += i > first ? more : more - 1;
    }
    if (first < frames.size()) {
      texts.add(join(frames.subList(first, frames.size()), bytes));
    }
    return List.copyOf(texts);
  }

  private static WireText join(List<WireText> frames, int bytes) {
    return frames.size() == 1
        ? frames.get(0)
        : new WireText(String.join("\n", frames.stream().map(WireText::text).toList()), bytes);
  }
}
