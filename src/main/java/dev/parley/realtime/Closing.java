package dev.parley.realtime;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;

/** Why the server closes a socket: the standard codes (RFC 6455, section 7.4) and our own. */
enum Closing {
  RESTARTING(1012, "the server is restarting"),
  BINARY(CloseCodes.CANNOT_ACCEPT.getCode(), "frames are text"),
  BAD_FRAMES(CloseCodes.VIOLATED_POLICY.getCode(), "too many bad frames"),
  TOO_LARGE(CloseCodes.TOO_BIG.getCode(), "the frame is too large"),
  NOT_SIGNED_IN(4401, "not signed in"),
  NOT_ALLOWED(4403, "not allowed"),
  NO_HELLO(4408, "no hello in time"),
  TOO_MANY(4409, "too many connections"),
  TOO_SLOW(4413, "too slow");

  private final int code;
  private final String reason;

  Closing(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  CloseReason reason() {
    return new CloseReason(CloseCodes.getCloseCode(code), reason);
  }
}
