package dev.parley.session;

import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A token that the server has verified, as far as this package looks at it. */
record VerifiedToken(String raw) implements JsonWebToken {
  @Override
  public String getName() {
    return "ana";
  }

  @Override
  public Set<String> getClaimNames() {
    return Set.of("raw_token");
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
  public <T> T getClaim(String name) {
    return name.equals("raw_token") ? (T) raw : null;
  }
}
