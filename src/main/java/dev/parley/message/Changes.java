package dev.parley.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.room.RoomChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone missed in a room: either the frames of all that changed, or, where that cannot be
 * given whole, the newest page and the word to drop everything held.
 *
 * @param changes frames, by rev
 * @param reset true, or absent
 * @param messages the newest, oldest first, with {@code reset}
 * @param upTo the rev at which the reader stands after this
 * @param more true where there was too much for one answer: ask again from {@code upTo}; or absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Changes(
    @Nullable List<Object> changes,
    @Nullable Boolean reset,
    @Nullable List<MessageView> messages,
    long upTo,
    @Nullable Boolean more) {

  static Changes missed(long since, List<RoomChange> missed, long upTo) {
    var frames = new ArrayList<Object>(missed.size());
    long prev = since;
    for (RoomChange change : missed) {
      frames.add(change.frame(prev));
      prev = change.rev();
    }
    List<Object> told = Portion.around(frames, 0);
    return told.size() == frames.size()
        ? new Changes(told, null, null, upTo, null)
        : new Changes(told, null, null, missed.get(told.size() - 1).rev(), true);
  }

  /** Whether nothing changed. */
  boolean isEmpty() {
    return changes != null && changes.isEmpty();
  }

  static Changes reset(List<MessageView> newest, long upTo) {
    return new Changes(null, true, newest, upTo, null);
  }
}
