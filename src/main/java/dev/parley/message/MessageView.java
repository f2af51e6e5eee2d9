package dev.parley.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.user.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is now, the same object over HTTP and on the socket: {@code m} of the protocol.
 *
 * @param seq its number in the room: 1, 2, 3, … without a hole
 * @param rev number of its newest change
 * @param cid the author's client's own id for it
 * @param at when it was stored
 * @param text absent where it is deleted
 * @param edited when its text was last changed; absent where it never was
 * @param deleted when it was deleted; absent where it was not
 * @param replyTo the seq of the message that it answers
 * @param reactions absent where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(
    long seq,
    long rev,
    Person by,
    String cid,
    @Nullable String text,
    Instant at,
    @Nullable Instant edited,
    @Nullable Instant deleted,
    @Nullable Long replyTo,
    @Nullable List<ReactionView> reactions) {

  List<ReactionView> reactionsOrNone() {
    return reactions == null ? List.of() : reactions;
  }
}
