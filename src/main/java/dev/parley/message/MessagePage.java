package dev.parley.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a room's history, oldest first.
 *
 * @param before what to pass as {@code before} for what is older; absent at the beginning
 * @param after what to pass as {@code after} for what is newer; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessagePage(
    long roomId, List<MessageView> messages, @Nullable Long before, @Nullable Long after) {

  static MessagePage of(long roomId, List<MessageView> messages, Span.Range range, long lastSeq) {
    boolean older = range.first() > 1 && lastSeq > 0;
    boolean newer = range.last() < lastSeq;
    return new MessagePage(
        roomId, messages, older ? range.first() : null, newer ? Math.max(0, range.last()) : null);
  }
}
