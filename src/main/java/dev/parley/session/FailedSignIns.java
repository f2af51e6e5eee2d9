package dev.parley.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Passwords that were not right, of one account or of one network: some are free, and after each
 * further one the wait doubles.
 */
@Entity
@Table(name = "failed_sign_ins")
public class FailedSignIns {
  static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 10;

  @Id private String subject;
  private int failures;
  private Instant since;

  @Column(name = "blocked_until")
  private @Nullable Instant blockedUntil;

  @SuppressWarnings("NullAway") // filled in by JPA
  protected FailedSignIns() {}

  FailedSignIns(String subject, Instant now) {
    this.subject = subject;
    this.since = now;
  }

  /** How long nobody may try; empty where anyone may. */
  Optional<Duration> waitFrom(Instant now) {
    return Optional.ofNullable(blockedUntil)
        .filter(now::isBefore)
        .map(end -> Duration.between(now, end));
  }

  /**
   * Counts one more.
   *
   * @param free how many there may be before a wait
   * @param memory what was first that long ago is forgotten
   */
  void add(Instant now, int free, Duration memory) {
    if (!since.plus(memory).isAfter(now)) {
      failures = 0;
      since = now;
    }
    failures++;
    if (failures >= free) {
      blockedUntil = now.plus(waitAfter(failures - free));
    }
  }

  private static Duration waitAfter(int beyond) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyond, MOST_DOUBLINGS));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }
}
