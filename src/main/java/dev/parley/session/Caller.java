package dev.parley.session;

import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who makes this request, as {@link AccessFilter} found out. */
@RequestScoped
public class Caller {
  private Optional<SignedIn> proof = Optional.empty();

  /** The user's id. */
  public long id() {
    return signedIn().userId();
  }

  /** The session that the request's token belongs to. */
  public long sessionId() {
    return signedIn().sessionId();
  }

  void is(SignedIn signedIn) {
    proof = Optional.of(signedIn);
  }

  public SignedIn signedIn() {
    return proof.orElseThrow(
        () -> new ProblemException(ProblemType.UNAUTHORIZED, "Sign in, or refresh the token."));
  }
}
