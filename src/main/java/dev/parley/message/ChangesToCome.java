package dev.parley.message;

import dev.parley.platform.ProblemException;
import dev.parley.platform.Problems;
import dev.parley.session.SessionService;
import dev.parley.session.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers what changed in a room: at once, or when something does. Thread-safe. */
@ApplicationScoped
public class ChangesToCome {
  @Inject ChangeQueries changes;
  @Inject RoomWaiters waiters;
  @Inject SessionService sessions;

  /**
   * What changed after a rev.
   *
   * @param rev empty for a reader that holds nothing
   * @param patience for how long to wait where nothing did; zero for not at all
   * @throws dev.parley.platform.NotFoundException if the room is not there for the user
   * @throws dev.parley.platform.TooManyRequestsException if the user waits too often already
   */
  public CompletionStage<Changes> since(
      SignedIn who, long roomId, OptionalLong rev, Duration patience) {
    if (patience.isZero()) {
      return CompletableFuture.completedFuture(changes.since(who.userId(), roomId, rev));
    }
    CompletableFuture<Void> next =
        waiters.next(who.userId(), roomId, rev.orElse(-1), patience); // before the look
    Changes now = looked(who, roomId, rev);
    if (!now.isEmpty()) {
      next.complete(null);
      return CompletableFuture.completedFuture(now);
    }
    return next.thenApply(change -> looked(who, roomId, rev));
  }

  /**
   * Looks for someone who may sign out meanwhile: asked after the look, so nothing slips in
   * between.
   */
  private Changes looked(SignedIn who, long roomId, OptionalLong rev) {
    Changes now = changes.since(who.userId(), roomId, rev);
    if (!sessions.isLive(who)) {
      throw new ProblemException(Problems.of(401));
    }
    return now;
  }
}
