package dev.parley.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A room as one person sees it.
 *
 * @param lastSeq number of its newest message, 0 for none
 * @param lastRev number of its newest change
 * @param archived true, or absent
 * @param role absent, with {@code readSeq} and {@code unread}, for someone who is no member
 * @param unread messages after the read marker, at most {@value #MAX_UNREAD}; 0 where the room is
 *     archived
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomView(
    long id,
    RoomKind kind,
    String name,
    @Nullable String description,
    Instant createdAt,
    long lastSeq,
    long lastRev,
    @Nullable Boolean archived,
    @Nullable RoomRole role,
    @Nullable Long readSeq,
    @Nullable Long unread) {
  /** As far as unread messages are counted. */
  public static final long MAX_UNREAD = 99;

  /** What everyone in the room sees of it alike. */
  public RoomHead head() {
    return new RoomHead(
        id,
        kind,
        name,
        description == null ? "" : description,
        createdAt,
        Boolean.TRUE.equals(archived));
  }
}
