package dev.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.realtime.Breaker.Ending;
import dev.parley.testing.ParleyServer;
import dev.parley.testing.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Nodes that hear of each other by PostgreSQL, and are killed, stand still, or are restarted. */
@TestMethodOrder(MethodName.class)
class NodeFailuresIT extends NodeFailures {
  private static final int ROUNDS = Integer.getInteger("parley.testing.breaks");
  private static final Duration CUT =
      Duration.ofSeconds(Integer.getInteger("parley.testing.cut-seconds"));
  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);
  private static final Duration OUT_WITHIN = Duration.ofSeconds(1);

  @Override
  Bus bus(PostgresServer database) {
    return new PostgresWire(database);
  }

  @Test
  void nothingIsLostWhateverBreaks() throws Exception {
    long seed = Long.getLong("parley.testing.seed", new Random().nextLong());
    tell("seed", Long.toString(seed));
    Breaker breaker = begin();
    breaker.kill(node(2));
    Breaker.pass(SETTLED);
    breaker.pause(node(1), Duration.ofSeconds(20));
    Breaker.pass(SETTLED);
    breaker.startAgain(node(2));
    breaker.cutTheBus(CUT);
    String ticket = ticket();
    breaker.stopTheDatabase(
        () -> {
          Breaker.pass(Duration.ofSeconds(3));
          assertThat(statusOfHandshake(node(0), ticket)).isEqualTo(503);
        });
    breaker.awaitTheBus();
    breakInRounds(breaker, new Random(seed));
    judge();
  }

  /** Breaks everything once in each round, in an order of its own. */
  private void breakInRounds(Breaker breaker, Random random) {
    for (int round = 0; round < ROUNDS; round++) {
      List<Runnable> breaks = new ArrayList<>();
      breaks.add(() -> breaker.kill(breaker.busiest()));
      breaks.add(() -> breaker.pause(breaker.busiest(), seconds(random, 5, 50)));
      breaks.add(() -> breaker.cutTheBus(seconds(random, 5, 20)));
      breaks.add(() -> breaker.stopTheDatabase(seconds(random, 1, 10)));
      Collections.shuffle(breaks, random);
      for (Runnable one : breaks) {
        Breaker.pass(SETTLED);
        one.run();
        breaker.startWhatWasKilled();
        breaker.awaitTheBus();
      }
    }
  }

  private static Duration seconds(Random random, int least, int most) {
    return Duration.ofSeconds(random.nextInt(least, most));
  }

  @Test
  void peopleAreSentToOtherNodesWhileOneAfterTheOtherIsRestarted() throws Exception {
    Breaker breaker = begin();
    for (int i = 0; i < 3; i++) {
      ParleyServer node = node(i);
      Ending ending = breaker.stop(node);
      tell("ended", ending.toString());
      assertThat(ending.ready()).as("time until it is not ready").isLessThan(OUT_WITHIN);
      assertThat(ending.running()).as("time until it has ended").isLessThan(STOPPED_WITHIN);
      breaker.startAgain(node);
      Breaker.pass(SETTLED);
    }
    judge();
  }
}
