package dev.parley.realtime;

import dev.parley.session.SignedIn;
import java.security.Principal;

/** Who opened a socket, as the handshake proved it. */
record SocketPrincipal(SignedIn who) implements Principal {
  @Override
  public String getName() {
    return Long.toString(who.userId());
  }
}
