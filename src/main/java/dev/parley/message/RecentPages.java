package dev.parley.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.user.UserRenamed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Pages of history that were read a moment ago: many people open the same room. Thread-safe.
 *
 * <p>A page belongs to the rev of its room, which is read anew for each request, so it never lacks
 * a change that was committed before. Only names of authors are not a matter of the room: they are
 * forgotten when one changes, and after {@link #KEPT} where that was on another node.
 */
@ApplicationScoped
public class RecentPages {
  private static final Duration KEPT = Duration.ofSeconds(1);

  /** Of all pages: 16 MiB at most. */
  static final int MAX_CHARACTERS = 8 << 20;

  private static final int OVERHEAD = 200; // characters that a message costs without its text

  private final Cache<Key, List<MessageView>> pages =
      Caffeine.newBuilder()
          .expireAfterWrite(KEPT)
          .maximumWeight(MAX_CHARACTERS)
          .weigher((Key key, List<MessageView> page) -> weight(page))
          .build();

  /**
   * Which page.
   *
   * @param rev the room's newest change when the page was asked for
   * @param index of the message that stays where not all have room
   */
  record Key(long roomId, long rev, Span.Range range, int index) {}

  /** The page, read by the first who asks while others wait for it. */
  List<MessageView> get(Key key, Supplier<List<MessageView>> reader) {
    return pages.get(key, absent -> reader.get());
  }

  void renamed(@Observes(during = TransactionPhase.AFTER_SUCCESS) UserRenamed renamed) {
    pages.invalidateAll();
  }

  /** How many there are. */
  long kept() {
    pages.cleanUp();
    return pages.estimatedSize();
  }

  private static int weight(List<MessageView> page) {
    return page.stream().mapToInt(RecentPages::weight).sum();
  }

  private static int weight(MessageView message) {
    return OVERHEAD + (message.text() == null ? 0 : message.text().length());
  }
}
