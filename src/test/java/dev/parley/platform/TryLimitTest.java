package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.testing.TestClock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TryLimitTest {
  private final TestClock clock = new TestClock();
  private final TryLimit limit = new TryLimit(3, Duration.ofMinutes(15), clock);

  @Test
  void spentTriesAreRefusedUntilTheOldestIsOutOfTheWindow() {
    spend();
    clock.pass(Duration.ofMinutes(5));
    spend();
    spend();
    var refusal = catchThrowableOfType(TooManyRequestsException.class, () -> limit.begin("ana"));
    assertThat(Objects.requireNonNull(refusal.problem().retryAfterMs())).isEqualTo(600_000);
    clock.pass(Duration.ofMinutes(10));
    spend();
    assertThatExceptionOfType(TooManyRequestsException.class).isThrownBy(this::spend);
  }

  @Test
  void triesThatAreGivenBackDoNotCount() {
    for (int i = 0; i < 100; i++) {
      limit.begin("ana").close();
    }
    assertThatCode(() -> limit.check("ana")).doesNotThrowAnyException();
  }

  @Test
  void othersAreNotConcerned() {
    spend();
    spend();
    spend();
    assertThatCode(() -> limit.check("bo")).doesNotThrowAnyException();
  }

  @Test
  void zeroIsNoLimit() {
    var off = new TryLimit(0, Duration.ofMinutes(15), clock);
    for (int i = 0; i < 100; i++) {
      off.begin("ana").spend();
    }
    assertThatCode(() -> off.check("ana")).doesNotThrowAnyException();
  }

  @Test
  void ofManyAtOnceNoMoreGoThroughThanAreLeft() throws Exception {
    var through = new AtomicInteger();
    Callable<Void> guess =
        () -> {
          try (Try turn = limit.begin("ana")) {
            through.incrementAndGet();
            turn.spend();
          } catch (TooManyRequestsException e) {
            // as it should be for all but three
          }
          return null;
        };
    var threads = Executors.newFixedThreadPool(20);
    try {
      threads.invokeAll(Stream.generate(() -> guess).limit(200).toList());
    } finally {
      threads.shutdown();
    }
    assertThat(through).hasValue(3);
  }

  private void spend() {
    limit.begin("ana").spend();
  }
}
