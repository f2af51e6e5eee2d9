package dev.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class LookoutTest {
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void aLookThatFailsIsNotTheLast() {
    lookout(
            () -> {
              if (looks.incrementAndGet() == 3) {
                stopped.countDown();
              }
              throw new IllegalStateException("the database is away");
            })
        .run();
    assertThat(looks).hasValue(3);
  }

  @Test
  void whatIsStoppedDoesNotLook() {
    stopped.countDown();
    lookout(looks::incrementAndGet).run();
    assertThat(looks).hasValue(0);
  }

  private Lookout lookout(Runnable look) {
    return new Lookout(look, Duration.ofMillis(1), stopped);
  }
}
