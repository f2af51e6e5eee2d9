package dev.parley.session;

import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.Client;
import dev.parley.platform.DuplicateException;
import dev.parley.provider.Identity;
import dev.parley.user.ProvidedUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Lets programs in that bring an access token of the identity provider. Thread-safe. */
@ApplicationScoped
@AgainAfterDeadlock
public class Programs {
  private static final Logger LOG = System.getLogger(Programs.class.getName());

  @Inject ProgramSessions programs;
  @Inject SessionService sessions;
  @Inject Introductions introductions;

  /**
   * Decides on a verified token, on what the database says now.
   *
   * @return empty if its session has ended, or its user is disabled
   */
  public Optional<Access> admit(Identity identity, Client client) {
    if (programs.isPast(identity)) {
      return Optional.empty();
    }
    Optional<ProgramSession> known = programs.find(identity);
    if (known.filter(session -> isAsTold(session, identity)).isEmpty()) {
      known = learn(known, identity, client);
    }
    return known
        .filter(session -> !session.isEnded())
        .map(one -> new SignedIn(one.userId(), one.sessionId(), identity.expiresAt()))
        .flatMap(sessions::access);
  }

  private static boolean isAsTold(ProgramSession session, Identity identity) {
    return identity.claimsHash().equals(session.claimsHash())
        && !session.expiresAt().isBefore(identity.expiresAt());
  }

  private Optional<ProgramSession> learn(
      Optional<ProgramSession> known, Identity identity, Client client) {
    if (known.filter(ProgramSession::isEnded).isPresent()) {
      if (!mayBeginAnew(known.get(), identity)) {
        return Optional.empty();
      }
      letGo(known.get(), identity);
      known = Optional.empty();
    }
    ProvidedUser user = introductions.meet(identity, client.network());
    if (known.isPresent()) {
      programs.renew(known.get().sessionId(), identity);
    } else {
      open(user, identity, client);
    }
    return programs.find(identity);
  }

  /** A session with a name has ended for good; without one, what was made later is another. */
  private static boolean mayBeginAnew(ProgramSession ended, Identity identity) {
    return identity.sid().isEmpty()
        && ended.revokedAt() != null
        && identity.issuedAt().isAfter(ended.revokedAt());
  }

  private void letGo(ProgramSession ended, Identity identity) {
    once(() -> programs.letGo(ended, identity));
  }

  private void open(ProvidedUser user, Identity identity, Client client) {
    if (!user.active()) {
      return;
    }
    once(() -> programs.open(user.user(), identity, client.userAgent()));
  }

  /** Does what another request with the token may have done first. */
  private static void once(Runnable work) {
    try {
      work.run();
    } catch (DuplicateException e) {
      LOG.log(Level.DEBUG, "Another request with the token was the first.", e);
    }
  }
}
