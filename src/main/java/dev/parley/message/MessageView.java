package dev.parley.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.user.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is now, the same object over HTTP and on the socket: {@code m} of the protocol.
 *
 * @param seq its number in the room: 1, 2, 3, … without a hole
 * @param rev number of its newest change
 * @param cid the author's client's own id for it
 * @param at when it was stored
 * @param replyTo the seq of the message that it answers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(
    long seq, long rev, Person by, String cid, String text, Instant at, @Nullable Long replyTo) {}
