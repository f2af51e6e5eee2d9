package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.NotFoundException;
import dev.parley.platform.ProblemException;
import dev.parley.platform.UnavailableException;
import dev.parley.user.Person;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageWriterTest {
  private static final int POSTS = 500;
  private static final NewMessage HELLO = new NewMessage("hello", null, null);

  private final Outcome stored =
      new Outcome.Posted(
          new MessageView(
              1, 1, new Person(1, "Ana"), "c1", "hello", Instant.EPOCH, null, null, null, null));
  private final CompletableFuture<Outcome> commit = new CompletableFuture<>();
  private final CountDownLatch waiting = new CountDownLatch(POSTS);

  private final MessageWriter writer =
      new MessageWriter() {
        @Override
        public CompletableFuture<Outcome> submit(long roomId, long authorId, NewMessage input) {
          waiting.countDown();
          return commit;
        }
      };

  @Test
  void fiveHundredPostsWaitAndOneMoreIsRefused() throws InterruptedException {
    var threads = Executors.newFixedThreadPool(POSTS);
    try {
      List<CompletableFuture<Outcome>> posts =
          IntStream.range(0, POSTS)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> writer.post(1, i, HELLO), threads))
              .toList();
      waiting.await();
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> writer.post(1, POSTS, HELLO))
          .satisfies(e -> assertThat(e.problem().retryAfterMs()).isEqualTo(500));
      commit.complete(stored);
      assertThat(posts).extracting(CompletableFuture::join).containsOnly(stored);
    } finally {
      threads.shutdownNow();
    }
    assertThat(writer.post(1, 1, HELLO)).as("there is room again").isEqualTo(stored);
  }

  @Test
  void aPostThatFailsMakesRoomToo() {
    commit.complete(new Outcome.Refused(new NotFoundException().problem()));
    for (int i = 0; i <= POSTS; i++) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> writer.post(1, 1, HELLO))
          .satisfies(e -> assertThat(e.problem().status()).isEqualTo(404));
    }
  }
}
