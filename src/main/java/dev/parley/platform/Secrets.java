package dev.parley.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Random secrets and what is stored of them. Thread-safe. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private Secrets() {}

  /** A new secret of 256 random bits, in 43 characters of base64url (RFC 4648). */
  public static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return text(bytes);
  }

  /**
   * What is stored of a secret with that much entropy: its SHA-256 in 43 characters of base64url.
   */
  public static String hash(String secret) {
    return hash(utf8(secret));
  }

  /** The SHA-256 of some bytes in 43 characters of base64url. */
  static String hash(byte[] bytes) {
    try {
      return text(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A secret that follows from another one and a key, and from nothing less: HMAC-SHA-256 (RFC
   * 2104).
   */
  public static String derive(String key, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(utf8(key), "HmacSHA256"));
      return text(mac.doFinal(utf8(secret)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
