package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.user.Person;
import dev.parley.user.UserRenamed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentPagesTest {
  private static final Span.Range FIRST_TWO = new Span.Range(1, 2);

  private final RecentPages pages = new RecentPages();
  private int reads;

  @Test
  void aPageIsReadOnceWhileNothingChanges() {
    assertThat(page(7, FIRST_TWO)).isSameAs(page(7, FIRST_TWO));
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void anyChangeOfTheRoomAndAnyOtherPageIsReadAnew() {
    page(7, FIRST_TWO);
    page(8, FIRST_TWO);
    page(8, new Span.Range(1, 3));
    assertThat(reads).isEqualTo(3);
  }

  @Test
  void aNewNameIsSeenAtOnce() {
    page(7, FIRST_TWO);
    pages.renamed(new UserRenamed(new Person(1, "Anna")));
    page(7, FIRST_TWO);
    assertThat(reads).isEqualTo(2);
  }

  /** Each of these texts is a quarter of what is kept. */
  @Test
  void whatIsKeptIsBounded() {
    String text = "x".repeat(RecentPages.MAX_CHARACTERS / 4);
    for (int rev = 1; rev <= 100; rev++) {
      pages.get(new RecentPages.Key(1, rev, FIRST_TWO, 0), () -> List.of(message(text)));
    }
    assertThat(pages.kept()).isLessThanOrEqualTo(3);
  }

  private List<MessageView> page(long rev, Span.Range range) {
    return pages.get(
        new RecentPages.Key(1, rev, range, 0),
        () -> {
          reads++;
          return List.of(message("hello"));
        });
  }

  private static MessageView message(String text) {
    return new MessageView(
        1, 1, new Person(1, "Ann"), "c", text, Instant.EPOCH, null, null, null, null);
  }
}
