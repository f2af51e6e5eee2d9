package dev.parley.session;

import dev.parley.platform.Problems;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Sweeps away tickets and sessions that are over, now and then; every node may. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class Sweep {
  private static final Logger LOG = System.getLogger(Sweep.class.getName());
  private static final int FIRST_MINUTES = 1;
  private static final int MINUTES = 10;

  @Resource ManagedScheduledExecutorService timer;
  @Inject SweepService dead;
  private ScheduledFuture<?> sweeping;

  @PostConstruct
  void begin() {
    sweeping = timer.scheduleWithFixedDelay(this::sweep, FIRST_MINUTES, MINUTES, TimeUnit.MINUTES);
  }

  @PreDestroy
  void end() {
    sweeping.cancel(true);
  }

  private void sweep() {
    try {
      dead.removeTickets();
      dead.removeFailures();
      dead.removeEndedProviderSessions();
      while (dead.removeSessions()) {
        // a short transaction each, so that nobody waits for a long one
      }
    } catch (RuntimeException e) {
      String sentence = "Dead sessions were not swept away; the next sweep tries again.";
      Problems.log(LOG, Level.WARNING, sentence, e);
    }
  }
}
