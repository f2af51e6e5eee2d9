package dev.parley.provider;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/** Reads what anyone may have written as a signed token, and verifies nothing. */
public final class SignedTokens {
  private SignedTokens() {}

  /**
   * The token.
   *
   * @throws ParseException if it is none
   */
  public static SignedJWT parse(String text) throws ParseException {
    try {
      return SignedJWT.parse(text);
    } catch (NullPointerException e) {
      throw new ParseException("The header is null.", 0); // which the library does not expect
    }
  }
}
