package dev.parley.session;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who makes this request, as the filter before the resources found out. */
@RequestScoped
public class Caller {
  private Optional<SignedIn> signedIn = Optional.empty();

  /** The user's id. */
  public long id() {
    return proof().userId();
  }

  /** The session that the request's token belongs to. */
  public long sessionId() {
    return proof().sessionId();
  }

  void is(SignedIn proof) {
    signedIn = Optional.of(proof);
  }

  private SignedIn proof() {
    return signedIn.orElseThrow(
        () -> new ProblemException(ProblemType.UNAUTHORIZED, "Sign in, or refresh the token."));
  }
}
