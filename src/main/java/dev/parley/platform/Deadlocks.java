package dev.parley.platform;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Set;

/** Runs what a deadlock has ended once more, and then once again. */
@Interceptor
@AgainAfterDeadlock
@Priority(Interceptor.Priority.APPLICATION)
public class Deadlocks {
  static final int MOST_RUNS = 3;

  /** SQLSTATE of Derby and the standard, and of PostgreSQL. */
  private static final Set<String> DEADLOCK = Set.of("40001", "40P01");

  @AroundInvoke
  Object runAgain(InvocationContext call) throws Exception {
    for (int run = 1; run < MOST_RUNS; run++) {
      try {
        return call.proceed();
      } catch (RuntimeException e) {
        if (!isDeadlock(e)) {
          throw e;
        }
      }
    }
    return call.proceed();
  }

  private static boolean isDeadlock(Throwable failure) {
    return SqlFailures.caused(failure, sql -> DEADLOCK.contains(sql.getSQLState()));
  }
}
