package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestTroublesTest {
  private static final Logger LOGGER = Logger.getLogger(RequestTroubles.class.getName());
  private static final Duration MOST = Duration.ofSeconds(3);

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final RequestTroubles troubles = new RequestTroubles();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {
          // nothing is kept back
        }

        @Override
        public void close() {
          // nothing is open
        }
      };

  @BeforeEach
  void listen() {
    LOGGER.addHandler(handler);
    LOGGER.setUseParentHandlers(false);
    troubles.slow = MOST;
  }

  @AfterEach
  void leave() {
    LOGGER.removeHandler(handler);
    LOGGER.setUseParentHandlers(true);
  }

  @Test
  void whatFailsAndWhatIsSlowIsNamed() {
    troubles.note("GET /api/chat/rooms/{roomId} (request 7)", 503, Duration.ofMillis(12));
    troubles.note("socket send in room 4", 200, MOST.plusMillis(1));
    assertThat(lines)
        .containsExactly(
            "WARNING GET /api/chat/rooms/{roomId} (request 7): 503 after 12 ms",
            "WARNING socket send in room 4: 200 after 3001 ms");
  }

  @Test
  void whatIsQuickAndGoodOrTheClientsFaultLeavesNoLine() {
    troubles.note("GET /", 200, MOST);
    troubles.note("GET /", 404, Duration.ZERO);
    assertThat(lines).isEmpty();
  }

  @Test
  void zeroIsOff() {
    troubles.slow = Duration.ZERO;
    troubles.note("GET /", 200, Duration.ofHours(1));
    assertThat(lines).isEmpty();
  }

  @Test
  void manyAtOnceAreCounted() {
    for (int i = 0; i < 1_000; i++) {
      troubles.note("GET /", 503, Duration.ZERO);
    }
    assertThat(lines).hasSizeBetween(10, 15);
    int unsaid = 1_000 - lines.size();
    Eventually.holds(
        "there is another line",
        Duration.ofSeconds(10),
        () -> {
          troubles.note("POST /", 503, Duration.ZERO);
          return lines.get(lines.size() - 1).contains("POST");
        });
    String last = lines.get(lines.size() - 1);
    assertThat(last).contains(" others");
    assertThat(Optional.of(last.replaceAll(".*and (\\d+) others", "$1")).map(Integer::parseInt))
        .hasValueSatisfying(others -> assertThat(others).isGreaterThanOrEqualTo(unsaid));
  }
}
