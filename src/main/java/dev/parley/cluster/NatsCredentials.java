package dev.parley.cluster;

import com.nimbusds.jwt.SignedJWT;
import dev.parley.platform.BadConfigurationException;
import io.nats.client.AuthHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.text.ParseException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who Parley is to NATS: a file with a token and the seed of an Ed25519 key, as NATS makes it for a
 * user. It is read each time, so a new one counts from the next connection on. The client could do
 * this as well, with a large library for what Java has.
 */
final class NatsCredentials implements AuthHandler {
  private static final Pattern TOKEN = Pattern.compile("BEGIN NATS USER JWT-+\\s+(\\S+)\\s");
  private static final Pattern SEED = Pattern.compile("BEGIN USER NKEY SEED-+\\s+([A-Z2-7]+)\\s");

  /** Two bytes that say what it is, the seed, and two of a checksum. */
  private static final int SEED_BYTES = 36;

  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648

  private final Path file;

  /**
   * Those of a file.
   *
   * @throws BadConfigurationException where it has none
   */
  NatsCredentials(Path file) {
    this.file = file;
    try {
      sign(new byte[0]);
      getID();
    } catch (IllegalStateException e) {
      throw new BadConfigurationException(
          "parley.nats.credentials", file.toString(), "a file with the credentials of a NATS user");
    }
  }

  @Override
  public byte[] sign(byte[] nonce) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(key(bytes(read(SEED))));
      signature.update(nonce);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public key, which is the subject of the token. */
  @Override
  public char[] getID() {
    try {
      return SignedJWT.parse(read(TOKEN)).getJWTClaimsSet().getSubject().toCharArray();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public char[] getJWT() {
    return read(TOKEN).toCharArray();
  }

  private String read(Pattern part) {
    try {
      Matcher matcher = part.matcher(Files.readString(file));
      if (matcher.find()) {
        return matcher.group(1);
      }
      throw new IllegalStateException("The credentials lack a part.");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrivateKey key(byte[] decoded) throws GeneralSecurityException {
    if (decoded.length != SEED_BYTES) {
      throw new IllegalStateException("The seed has another length.");
    }
    byte[] seed = Arrays.copyOfRange(decoded, 2, SEED_BYTES - 2);
    return KeyFactory.getInstance("Ed25519")
        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
  }

  /** What base32 without padding stands for. */
  private static byte[] bytes(String text) {
    var bytes = new byte[text.length() * 5 / 8];
    long bits = 0;
    for (int i = 0; i < text.length(); i++) {
      bits = bits << 5 | BASE_32.indexOf(text.charAt(i));
      int known = (i + 1) * 5;
      if (known / 8 > i * 5 / 8) {
        bytes[known / 8 - 1] = (byte) (bits >> known % 8);
      }
    }
    return bytes;
  }
}
