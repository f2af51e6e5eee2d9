package dev.parley.platform;

import static dev.parley.platform.AccountRates.Action.CHANGE;
import static dev.parley.platform.AccountRates.Action.LINK;
import static dev.parley.platform.AccountRates.Action.MEMBERSHIP;
import static dev.parley.platform.AccountRates.Action.READ_MARKER;
import static dev.parley.platform.AccountRates.Action.RENAME;
import static dev.parley.platform.AccountRates.Action.ROOM;
import static dev.parley.platform.AccountRates.Action.SEARCH;
import static dev.parley.platform.AccountRates.Action.TICKET;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts what each account does on this node, whichever way it is asked for. See {@link
 * AccountLimits}. Thread-safe.
 */
@ApplicationScoped
public class AccountRates {
  /** What is counted, each by itself. */
  public enum Action {
    CHANGE,
    READ_MARKER,
    SEARCH,
    TICKET,
    ROOM,
    MEMBERSHIP,
    RENAME,
    LINK
  }

  private static final int BURST = 3;

  @Inject Settings settings;
  private final Map<Action, RateLimit> limits = new EnumMap<>(Action.class);

  @PostConstruct
  void open() {
    AccountLimits most = settings.limits().account();
    limits.put(CHANGE, perSecond(most.changesPerSecond()));
    limits.put(READ_MARKER, perSecond(most.changesPerSecond()));
    limits.put(SEARCH, perSecond(most.searchesPerSecond()));
    limits.put(TICKET, per(Duration.ofMinutes(1), most.ticketsPerMinute()));
    limits.put(ROOM, per(Duration.ofDays(1), most.roomsCreated()));
    limits.put(MEMBERSHIP, per(Duration.ofHours(1), most.membershipChanges()));
    limits.put(RENAME, per(Duration.ofHours(1), most.renames()));
    limits.put(LINK, per(Duration.ofHours(1), most.links()));
  }

  /**
   * Counts one; call it before anything else is done.
   *
   * @throws TooManyRequestsException until when, if that would be too many
   */
  public void take(Action action, long userId) {
    take(action, userId, 1);
  }

  /**
   * Counts several at once, or none.
   *
   * @param count more than may be done at once are counted as so many as may
   * @throws TooManyRequestsException until when, if that would be too many
   */
  public void take(Action action, long userId, int count) {
    RateLimit limit = limits.get(action);
    if (limit != null) {
      limit.take(userId, count);
    }
  }

  private static RateLimit perSecond(int rate) {
    return rate == 0 ? RateLimit.off() : RateLimit.perSecond(rate, BURST * rate);
  }

  private static RateLimit per(Duration period, int rate) {
    return rate == 0 ? RateLimit.off() : RateLimit.per(period, rate);
  }
}
