package dev.parley.realtime;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The one reply to a frame that has an id.
 *
 * @param re the frame's id; absent where a frame could not be read
 * @param ok the answer, or
 * @param err why there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reply(@Nullable Long re, @Nullable Object ok, @Nullable Problem err) {
  static Reply ok(long re, Object answer) {
    return new Reply(re, answer, null);
  }

  static Reply err(@Nullable Long re, Problem problem) {
    return new Reply(re, null, problem);
  }
}
