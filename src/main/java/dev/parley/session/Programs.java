package dev.parley.session;

import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.Client;
import dev.parley.platform.DuplicateException;
import dev.parley.provider.Identity;
import dev.parley.user.ProvidedUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.IntStream;

/** Lets programs in that bring an access token of the identity provider. Thread-safe. */
@ApplicationScoped
@AgainAfterDeadlock
public class Programs {
  private static final int TURNS = 64;

  @Inject ProgramSessions programs;
  @Inject SessionService sessions;
  @Inject ProviderLogouts logouts;
  @Inject Introductions introductions;

  private final Object[] turns = IntStream.range(0, TURNS).mapToObj(i -> new Object()).toArray();

  /**
   * Decides on a verified token, on what the database says now.
   *
   * @return empty if its session has ended, or its user is disabled
   */
  public Optional<Access> admit(Identity identity, Client client) {
    if (programs.isPast(identity)) {
      return Optional.empty();
    }
    return upToDate(identity)
        .or(() -> learnInTurn(identity, client))
        .filter(session -> !session.isEnded())
        .map(one -> new SignedIn(one.userId(), one.sessionId(), one.nonce(), identity.expiresAt()))
        .flatMap(sessions::access);
  }

  private Optional<ProgramSession> upToDate(Identity identity) {
    return programs.find(identity).filter(session -> isAsTold(session, identity));
  }

  /** Many requests may bring a new token at once: one learns of it, and the others look again. */
  private Optional<ProgramSession> learnInTurn(Identity identity, Client client) {
    synchronized (turns[Math.floorMod(identity.programKey().hashCode(), TURNS)]) {
      return upToDate(identity).or(() -> learn(programs.find(identity), identity, client));
    }
  }

  private static boolean isAsTold(ProgramSession session, Identity identity) {
    return identity.claimsHash().equals(session.claimsHash())
        && !session.expiresAt().isBefore(identity.expiresAt());
  }

  private Optional<ProgramSession> learn(
      Optional<ProgramSession> earlier, Identity identity, Client client) {
    Optional<ProgramSession> known = earlier;
    if (known.filter(ProgramSession::isEnded).isPresent()) {
      if (!mayBeginAnew(known.get(), identity)) {
        return Optional.empty();
      }
      letGo(known.get(), identity);
      known = Optional.empty();
    }
    ProvidedUser user = introductions.meet(identity, client.network());
    if (known.isPresent()) {
      programs.renew(known.get(), identity);
    } else {
      open(user, identity, client);
    }
    return programs.find(identity);
  }

  /**
   * The provider may have ended it while it was opened: whoever ends it notes that first and looks
   * for sessions then, and here it is looked for again when the session is there for all to see.
   */
  private void endIfEnded(Identity identity, Client client) {
    if (logouts.isEnded(identity)) {
      programs
          .find(identity)
          .ifPresent(session -> logouts.end(session.sessionId(), client.network()));
    }
  }

  /** A session with a name has ended for good; without one, what was made later is another. */
  private static boolean mayBeginAnew(ProgramSession ended, Identity identity) {
    return identity.sid().isEmpty()
        && ended.revokedAt() != null
        && identity.issuedAt().isAfter(ended.revokedAt());
  }

  private void letGo(ProgramSession ended, Identity identity) {
    try {
      programs.letGo(ended, identity);
    } catch (DuplicateException e) {
      return; // another request with such a token was the first
    }
  }

  private void open(ProvidedUser user, Identity identity, Client client) {
    if (!user.active()) {
      return;
    }
    try {
      programs.open(user.user(), identity, client.userAgent());
    } catch (DuplicateException e) {
      return; // the same
    }
    endIfEnded(identity, client);
  }
}
