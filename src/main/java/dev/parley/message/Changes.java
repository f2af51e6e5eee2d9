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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Changes(
    @Nullable List<Object> changes,
    @Nullable Boolean reset,
    @Nullable List<MessageView> messages,
    long upTo) {

  static Changes missed(long since, List<RoomChange> missed, long upTo) {
    var frames = new ArrayList<Object>(missed.size());
    long prev = since;
    for (RoomChange change : missed) {
      frames.add(change.frame(prev));
      prev = change.rev();
    }
    return new Changes(frames, null, null, upTo);
  }

  static Changes reset(List<MessageView> newest, long upTo) {
    return new Changes(null, true, newest, upTo);
  }
}
