package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api;
import dev.parley.testing.Names;
import dev.parley.testing.ParleyTest;
import dev.parley.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the time of an answer tells. */
@ParleyTest
class SignInTimingIT {
  private static final int TRIES = 200;
  private static final int ROUNDS = 3;
  private static final long CLOSE_NANOS = 5_000_000;

  /** A difference that is the server's own is there in each round; one of the machine's is not. */
  @Test
  void anUnknownNameTakesAsLongAsAWrongPassword(Api nobody, People people) {
    String known = people.ana().username();
    long difference = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && difference >= CLOSE_NANOS; round++) {
      difference = difference(nobody, known);
    }
    assertThat(difference).as("ns between the medians").isLessThan(CLOSE_NANOS);
  }

  private static long difference(Api nobody, String known) {
    var wrong = new ArrayList<Long>();
    var unknown = new ArrayList<Long>();
    for (int i = 0; i < TRIES; i++) { // in turn, so that both see the same machine
      wrong.add(nanos(nobody, known));
      unknown.add(nanos(nobody, "nobody" + Names.unique()));
    }
    return Math.abs(median(wrong) - median(unknown));
  }

  private static long nanos(Api nobody, String username) {
    var credentials = Map.of("username", username, "password", "not the password of anyone");
    long begin = System.nanoTime();
    nobody.post("/api/login", credentials).expectProblem(401, "bad_credentials");
    return System.nanoTime() - begin;
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
