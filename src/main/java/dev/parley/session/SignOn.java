package dev.parley.session;

import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.Client;
import dev.parley.platform.DuplicateException;
import dev.parley.platform.ProblemException;
import dev.parley.platform.Settings;
import dev.parley.provider.CodeFlow;
import dev.parley.provider.Identity;
import dev.parley.provider.ProviderGrant;
import dev.parley.provider.ProviderLogout;
import dev.parley.provider.ProviderUnavailableException;
import dev.parley.provider.SignOnRefusedException;
import dev.parley.provider.SignedOn;
import dev.parley.user.ProvidedUser;
import dev.parley.user.ProvidedUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sessions of browsers at the identity provider: begun, kept going and ended with the provider's.
 * What the provider is asked is asked outside of transactions. Thread-safe.
 */
@ApplicationScoped
@AgainAfterDeadlock
public class SignOn {
  @Inject CodeFlow flow;
  @Inject Introductions introductions;
  @Inject BrowserSessions browsers;
  @Inject ProviderLogouts logouts;
  @Inject RefreshService refreshes;
  @Inject SessionService sessions;
  @Inject ProvidedUsers users;
  @Inject Settings settings;

  /**
   * Opens a session for someone whom the provider has let in.
   *
   * @throws AccountDisabledException if they are shut out here
   * @throws SignOnRefusedException if the provider has ended the session by now
   */
  public Grant open(SignedOn signedOn, Client client) {
    ProvidedUser user = introductions.meet(signedOn.identity(), client.network());
    if (!user.active()) {
      throw new AccountDisabledException();
    }
    Grant grant = browsers.open(user.user(), signedOn, client.userAgent());
    if (logouts.isEnded(signedOn.identity())) { // while it was opened
      logouts.end(grant.sessionId(), client.network());
      throw new SignOnRefusedException();
    }
    return grant;
  }

  /**
   * Whether a session may be refreshed: where there is a provider, it is asked, and what it says of
   * the person is taken in.
   *
   * @return false if the session ends now
   * @throws ProviderUnavailableException if the provider does not answer; ask again later
   */
  public boolean goesOn(RefreshToken presented, String network) {
    if (!refreshes.accepts(presented)) {
      return true; // it is for the refresh itself to decide
    }
    if (settings.provider().isPresent() != browsers.isProvided(presented.sessionId())) {
      logouts.end(presented.sessionId(), network); // begun when people signed in another way
      return false;
    }
    if (settings.provider().isEmpty()) {
      return true;
    }
    Optional<ProviderGrant> grant = browsers.grant(presented.sessionId());
    if (grant.isEmpty()) {
      logouts.end(presented.sessionId(), network); // sealed with another secret
      return false;
    }
    return !browsers.takeTurn(presented.sessionId())
        || ask(presented.sessionId(), grant.get(), network);
  }

  private boolean ask(long sessionId, ProviderGrant grant, String network) {
    try {
      SignedOn signedOn = flow.refresh(grant);
      requireSame(sessionId, signedOn.identity());
      browsers.keep(sessionId, signedOn.grant());
      introductions.meet(signedOn.identity(), network);
      return true;
    } catch (SignOnRefusedException e) {
      logouts.end(sessionId, network);
      return false;
    } catch (ProblemException e) {
      browsers.giveTurnBack(sessionId);
      throw e;
    }
  }

  /** Ends what the provider has ended, which may be told twice, and at once. */
  public void end(ProviderLogout logout, String network) {
    if (note(logout) || logout.sid().isPresent()) { // who has signed in since then stays
      logouts.end(logout, network);
    }
  }

  private boolean note(ProviderLogout logout) {
    try {
      return logouts.note(logout);
    } catch (DuplicateException e) {
      return false;
    }
  }

  /** A refresh has to be about the same person (OpenID Connect Core 1.0, section 12.2). */
  private void requireSame(long sessionId, Identity identity) {
    Optional<Long> user = sessions.live(sessionId).map(SignedIn::userId);
    if (user.isEmpty() || !user.equals(users.find(identity.key()))) {
      throw new SignOnRefusedException();
    }
  }

  /**
   * Where a browser goes to sign out at the provider too.
   *
   * @param back where the provider sends it afterwards, asked only where there is one
   * @return empty where the session is not one of the provider's
   */
  public Optional<URI> signOutPlace(long sessionId, Supplier<URI> back) {
    return settings
        .provider()
        .flatMap(provider -> browsers.grant(sessionId))
        .flatMap(grant -> flow.signOut(grant, back.get()));
  }
}
