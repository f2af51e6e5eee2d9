package dev.parley.realtime;

import dev.parley.platform.Json;
import dev.parley.room.RoomChange;
import java.util.ArrayList;
import java.util.List;

/**
 * Some changes of a room as they go out: each frame is written once for all receivers.
 *
 * @param frames by rev
 * @param texts the frames joined, each text of a size that may go out at once
 */
record RoomNews(long roomId, List<Frame> frames, List<String> texts) {
  /** A frame as it goes out. */
  record Frame(long rev, String text) {}

  /**
   * Writes some changes.
   *
   * @param told the rev of the frame before the first
   */
  static RoomNews of(long roomId, long told, List<RoomChange> changes) {
    var frames = new ArrayList<Frame>(changes.size());
    long prev = told;
    for (RoomChange change : changes) {
      frames.add(new Frame(change.rev(), Json.write(change.frame(prev))));
      prev = change.rev();
    }
    return new RoomNews(roomId, List.copyOf(frames), joined(frames));
  }

  /** The rev of the last frame. */
  long upTo() {
    return frames.get(frames.size() - 1).rev();
  }

  /** The texts of what is newer than a rev. */
  List<String> textsAfter(long rev) {
    return joined(frames.stream().filter(frame -> frame.rev() > rev).toList());
  }

  private static List<String> joined(List<Frame> frames) {
    var texts = new ArrayList<String>();
    var text = new StringBuilder();
    for (Frame frame : frames) {
      if (!text.isEmpty() && text.length() + 1 + frame.text().length() > Outbox.MAX_JOINED) {
        texts.add(text.toString());
        text.setLength(0);
      }
      text.append(text.isEmpty() ? "" : "\n").append(frame.text());
    }
    if (!text.isEmpty()) {
      texts.add(text.toString());
    }
    return List.copyOf(texts);
  }
}
