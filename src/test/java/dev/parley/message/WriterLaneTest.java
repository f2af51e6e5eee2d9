package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WriterLaneTest {
  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private final SlowMessages messages = new SlowMessages();
  private final WriterLane lane = new WriterLane(messages, executor, false);

  /** Commits when it is told to, and keeps how many went together. */
  private static final class SlowMessages extends MessageService {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch committed = new CountDownLatch(1);
    private final List<List<Draft>> batches = new ArrayList<>();

    @Override
    public List<Outcome> postAll(List<Draft> drafts) {
      batches.add(drafts);
      begun.countDown();
      try {
        committed.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return drafts.stream().map(draft -> refused()).toList();
    }
  }

  @AfterEach
  void stop() {
    messages.committed.countDown();
    executor.shutdownNow();
  }

  @Test
  void twoThousandWaitForACommitAndOneMoreIsRefused() throws InterruptedException {
    CompletableFuture<Outcome> first = lane.submit(draft(0));
    messages.begun.await();
    List<CompletableFuture<Outcome>> waiting =
        IntStream.rangeClosed(1, 2_000).mapToObj(i -> lane.submit(draft(i))).toList();
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> lane.submit(draft(2_001)))
        .satisfies(e -> assertThat(e.problem().retryAfterMs()).isEqualTo(500));
    messages.committed.countDown();
    assertThat(first.join()).isInstanceOf(Outcome.Refused.class);
    assertThat(waiting).allSatisfy(reply -> assertThat(reply.join()).isNotNull());
    assertThat(messages.batches).extracting(List::size).startsWith(1).containsOnly(1, 200);
    assertThat(messages.batches).hasSize(11);
  }

  @Test
  void whatGathersIsWrittenTogether() throws InterruptedException {
    gatherIn(lane);
    assertThat(messages.batches).hasSize(2);
    assertThat(messages.batches.get(1)).extracting(Draft::roomId).containsExactly(1L, 2L, 1L, 2L);
  }

  @Test
  void besideOtherNodesATransactionIsOfOneRoom() throws InterruptedException {
    gatherIn(new WriterLane(messages, executor, true));
    assertThat(messages.batches).hasSize(3);
    assertThat(messages.batches.get(1)).extracting(Draft::roomId).containsExactly(1L, 1L);
    assertThat(messages.batches.get(2)).extracting(Draft::roomId).containsExactly(2L, 2L);
  }

  /** Sends two messages to each of two rooms, in turn, while another one is being committed. */
  private void gatherIn(WriterLane some) throws InterruptedException {
    CompletableFuture<Outcome> first = some.submit(draft(0));
    messages.begun.await();
    List<CompletableFuture<Outcome>> waiting =
        IntStream.rangeClosed(1, 4).mapToObj(i -> some.submit(draft(i, 1 + (i - 1) % 2))).toList();
    messages.committed.countDown();
    first.join();
    waiting.forEach(CompletableFuture::join);
  }

  private static Draft draft(int number) {
    return draft(number, 1);
  }

  private static Draft draft(int number, long room) {
    return new Draft(room, 1, "c" + number, "text", null);
  }
}
