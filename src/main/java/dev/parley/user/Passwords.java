package dev.parley.user;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.parley.platform.Secrets;
import java.text.Normalizer;
import java.util.Optional;

/**
 * Hashes passwords and checks them, with Argon2id (RFC 9106) at the strength that OWASP asks for in
 * 2026. A hash takes some 50 ms and 19 MiB, so call it in the {@link PasswordLane} only.
 * Thread-safe.
 */
public final class Passwords {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  /** Nobody's: checked where there is no such user, so that this takes the same time. */
  private static final String DECOY = hash(Secrets.random());

  private Passwords() {}

  /** What to store of a password: a PHC string, with the parameters and a salt of its own. */
  public static String hash(String password) {
    return Password.hash(canonical(password)).addRandomSalt(SALT_BYTES).with(ARGON2ID).getResult();
  }

  /** Whether this is the password; takes as long where there is none. */
  public static boolean match(String password, Optional<String> hash) {
    String stored = hash.orElse(DECOY);
    var used = Argon2Function.getInstanceFromHash(stored);
    boolean same = Password.check(canonical(password), stored).with(used);
    return same && hash.isPresent();
  }

  /** Whether a hash was made with less than what is asked for today. */
  public static boolean outdated(String hash) {
    var used = Argon2Function.getInstanceFromHash(hash);
    return used.getVariant() != Argon2.ID
        || used.getMemory() < MEMORY_KIB
        || used.getIterations() < PASSES;
  }

  /**
   * The same password from every keyboard: NFC, and any space is a space (RFC 8265, OpaqueString).
   */
  private static String canonical(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC).replaceAll("\\p{Zs}", " ");
  }
}
