package dev.parley.realtime;

import dev.parley.room.RoomChange;
import java.util.ArrayList;
import java.util.List;

/**
 * Some changes of a room as they go out: each frame is written once for all receivers.
 *
 * @param frames by rev
 * @param texts the frames joined, each text of a size that may go out at once
 */
record RoomNews(long roomId, List<Frame> frames, List<WireText> texts) {
  /** A frame as it goes out. */
  record Frame(long rev, WireText text) {}

  /**
   * Writes some changes.
   *
   * @param told the rev of the frame before the first
   */
  static RoomNews of(long roomId, long told, List<RoomChange> changes) {
    var frames = new ArrayList<Frame>(changes.size());
    long prev = told;
    for (RoomChange change : changes) {
      frames.add(new Frame(change.rev(), WireText.frame(change.frame(prev))));
      prev = change.rev();
    }
    return new RoomNews(roomId, List.copyOf(frames), joined(frames));
  }

  /** The rev of the last frame. */
  long upTo() {
    return frames.get(frames.size() - 1).rev();
  }

  /** The texts of what is newer than a rev. */
  List<WireText> textsAfter(long rev) {
    return joined(frames.stream().filter(frame -> frame.rev() > rev).toList());
  }

  private static List<WireText> joined(List<Frame> frames) {
    return WireText.joined(frames.stream().map(Frame::text).toList());
  }
}
