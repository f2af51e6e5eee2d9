package dev.parley.provider;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import dev.parley.platform.Json;
import dev.parley.platform.ProblemException;
import dev.parley.platform.Secrets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;

/**
 * Hides records where others may see them, and knows them again: JWE (RFC 7516) with a key that
 * follows from the client secret, which all nodes have and no database. Thread-safe.
 */
final class Seal {
  private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);

  private final byte[] key;

  /**
   * A seal for one use.
   *
   * @param use so that what was sealed for one is not taken for another
   */
  Seal(String clientSecret, String use) {
    key = Base64.getUrlDecoder().decode(Secrets.derive(clientSecret, "parley " + use));
  }

  String close(Record content) {
    try {
      var sealed = new JWEObject(HEADER, new Payload(Json.bytes(content)));
      sealed.encrypt(new DirectEncrypter(key));
      return sealed.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was sealed; empty if it was not, or with another key. */
  <T extends Record> Optional<T> open(String sealed, Class<T> type) {
    try {
      var parsed = JWEObject.parse(sealed);
      parsed.decrypt(new DirectDecrypter(key));
      return Optional.of(Json.read(parsed.getPayload().toBytes(), type));
    } catch (ParseException | JOSEException | ProblemException e) {
      return Optional.empty();
    }
  }
}
