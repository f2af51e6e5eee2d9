package dev.parley.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.Base64;

/**
 * A user that NATS knows by a key: 32 bytes, in base32 with a letter before and a checksum behind.
 *
 * @param publicKey what the server is told
 * @param credentials the user's own file
 */
record NatsUser(String publicKey, Path credentials) {
  private static final int KEY_BYTES = 32;
  private static final int USER = 20 << 3; // so that it begins with a U
  private static final int SEED = 18 << 3; // with an S

  static NatsUser create(Path folder) {
    byte[] seed = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(seed);
    String publicKey = text(joined(new byte[] {(byte) USER}, publicKey(seed)));
    byte[] before = {(byte) (SEED | (USER >> 5)), 0}; // five bits of each
    return new NatsUser(publicKey, write(folder, token(publicKey), text(joined(before, seed))));
  }

  /** A token of which the server looks at nothing, as it knows the key. */
  private static String token(String subject) {
    var encoder = Base64.getUrlEncoder().withoutPadding();
    byte[] header = "{\"typ\":\"JWT\",\"alg\":\"ed25519-nkey\"}".getBytes(StandardCharsets.UTF_8);
    byte[] claims = "{\"sub\":\"%s\"}".formatted(subject).getBytes(StandardCharsets.UTF_8);
    return encoder.encodeToString(header) + "." + encoder.encodeToString(claims) + ".c2ln";
  }

  private static Path write(Path folder, String token, String seed) {
    String text =
        """
        -----BEGIN NATS USER JWT-----
        %s
        ------END NATS USER JWT------

        ************************* IMPORTANT *************************
        NKEY Seed printed below can be used to sign and prove identity.

        -----BEGIN USER NKEY SEED-----
        %s
        ------END USER NKEY SEED------
        """
            .formatted(token, seed);
    try {
      return Files.writeString(folder.resolve("user.creds"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Java makes a key pair of what it takes for chance. */
  private static byte[] publicKey(byte[] seed) {
    try {
      var generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, new Chosen(seed));
      var point = ((EdECPublicKey) generator.generateKeyPair().getPublic()).getPoint();
      byte[] big = point.getY().toByteArray();
      var little = new byte[KEY_BYTES];
      for (int i = 0; i < Math.min(big.length, KEY_BYTES); i++) {
        little[i] = big[big.length - 1 - i];
      }
      if (point.isXOdd()) {
        little[KEY_BYTES - 1] |= (byte) 0x80; // RFC 8032
      }
      return little;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    var joined = new ByteArrayOutputStream();
    joined.writeBytes(first);
    joined.writeBytes(second);
    return joined.toByteArray();
  }

  /** Base32 (RFC 4648) of the bytes and their CRC-16/XMODEM, the lower byte first. */
  private static String text(byte[] bytes) {
    int crc = crc(bytes);
    byte[] all = joined(bytes, new byte[] {(byte) crc, (byte) (crc >> 8)});
    var text = new StringBuilder();
    int kept = 0;
    int bits = 0;
    for (byte one : all) {
      kept = ((kept << 8) | (one & 0xff)) & 0xfff;
      for (bits += 8; bits >= 5; bits -= 5) {
        text.append(letter(kept >> (bits - 5)));
      }
    }
    return bits > 0 ? text.append(letter(kept << (5 - bits))).toString() : text.toString();
  }

  private static char letter(int value) {
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(value & 31);
  }

  private static int crc(byte[] bytes) {
    int crc = 0;
    for (byte one : bytes) {
      crc ^= (one & 0xff) << 8;
      for (int i = 0; i < 8; i++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ 0x1021;
      }
    }
    return crc & 0xffff;
  }

  /** Chance that is none. */
  private static final class Chosen extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] chosen;

    Chosen(byte[] chosen) {
      this.chosen = Arrays.copyOf(chosen, chosen.length);
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(chosen, 0, bytes, 0, bytes.length);
    }
  }
}
