package dev.parley.session;

import dev.parley.platform.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Devices someone is signed in on, the last used one first.
 *
 * @param next the cursor of the next page; null where this is the last
 */
public record SessionList(List<SessionView> sessions, @Nullable String next) {
  /**
   * A page of them.
   *
   * @param page its cursors count sessions: the order is not that of any id
   * @param fetched from the page's begin on, one more than it has where there are more
   */
  static SessionList of(PageRequest page, List<SessionView> fetched) {
    return new SessionList(
        page.cut(fetched), page.next(fetched, last -> page.after() + page.limit()));
  }
}
