package dev.parley.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Base64;

/**
 * The key that signs access tokens, as a JWK (RFC 7517) in a file that only its owner can read. It
 * is made at the first start.
 *
 * @param file where it is kept
 */
record KeyFile(Path file) {
  private static final int BITS = 2048;

  /** The key; a new one where there is none. */
  RSAKey load() {
    try {
      if (!Files.exists(file)) {
        create();
      }
      return RSAKey.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read or write " + file, e);
    } catch (ParseException e) {
      // without the cause, whose message could hold part of the key
      throw new IllegalStateException(file + " is not the key that Parley put there.");
    }
  }

  /** The public half as PEM (RFC 7468). */
  String publicPem() {
    try {
      byte[] key = load().toRSAPublicKey().getEncoded();
      String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
      return "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n";
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void create() throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path whole = Files.createTempFile(folder, "token-key", ".tmp", ownerOnly(folder));
    try {
      Files.writeString(whole, generate().toJSONString());
      appear(whole);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /** All at once or not at all; where two start together the first one's key stays. */
  private void appear(Path whole) throws IOException {
    try {
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE); // a file system without links
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
