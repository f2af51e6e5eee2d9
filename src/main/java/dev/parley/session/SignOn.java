package dev.parley.session;

import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.Client;
import dev.parley.platform.DuplicateException;
import dev.parley.platform.ProblemException;
import dev.parley.platform.Settings;
import dev.parley.provider.CodeFlow;
import dev.parley.provider.ProviderGrant;
import dev.parley.provider.ProviderLogout;
import dev.parley.provider.ProviderUnavailableException;
import dev.parley.provider.SignOnRefusedException;
import dev.parley.provider.SignedOn;
import dev.parley.user.ProvidedUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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
  private static final Logger LOG = System.getLogger(SignOn.class.getName());

  @Inject CodeFlow flow;
  @Inject Introductions introductions;
  @Inject BrowserSessions browsers;
  @Inject ProviderLogouts logouts;
  @Inject RefreshService refreshes;
  @Inject Settings settings;

  /**
   * Opens a session for someone whom the provider has let in.
   *
   * @return empty if the provider has ended it by now
   * @throws AccountDisabledException if they are shut out here
   */
  public Optional<Grant> open(SignedOn signedOn, Client client) {
    ProvidedUser user = introductions.meet(signedOn.identity(), client.network());
    if (!user.active()) {
      throw new AccountDisabledException();
    }
    return browsers.open(user.user(), signedOn, client.userAgent());
  }

  /**
   * Whether a session may be refreshed: where there is a provider, it is asked, and what it says of
   * the person is taken in.
   *
   * @return false if the session ends now
   * @throws ProviderUnavailableException if the provider does not answer; ask again later
   */
  public boolean goesOn(RefreshToken presented, String network) {
    if (settings.provider().isEmpty() || !refreshes.accepts(presented)) {
      return true; // it is for the refresh itself to decide
    }
    Optional<ProviderGrant> grant = browsers.grant(presented.sessionId());
    if (grant.isEmpty()) {
      logouts.end(presented.sessionId(), network); // begun when there was another provider, or none
      return false;
    }
    return !browsers.takeTurn(presented.sessionId())
        || ask(presented.sessionId(), grant.get(), network);
  }

  private boolean ask(long sessionId, ProviderGrant grant, String network) {
    try {
      SignedOn signedOn = flow.refresh(grant);
      if (!browsers.isOf(sessionId, signedOn.identity())) {
        logouts.end(sessionId, network); // OpenID Connect Core 1.0, section 12.2
        return false;
      }
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
    try {
      logouts.end(logout, network);
    } catch (DuplicateException e) {
      LOG.log(Level.DEBUG, "Another request told the same, and was the first.", e);
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
