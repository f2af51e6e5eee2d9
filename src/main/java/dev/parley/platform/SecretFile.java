package dev.parley.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A secret of the configuration in a file, as containers mount it: {@code parley.x.file} in the
 * place of {@code parley.x}.
 *
 * <p>The launcher of {@code parley.jar} uses it too, with a class loader of its own, so it needs
 * nothing else of this package.
 */
public final class SecretFile {
  /** What is put behind the name of a key. */
  public static final String SUFFIX = ".file";

  /** Bytes of UTF-8, with the line break at the end. */
  public static final int MAX_BYTES = 16_384;

  private SecretFile() {}

  /**
   * Reads one.
   *
   * @return what is in it, without the line break at its end
   * @throws IllegalArgumentException if it is not a regular file that can be read, or holds
   *     nothing, more than {@value #MAX_BYTES} bytes, more than one line, or no UTF-8. The message
   *     goes on after "must be" and quotes neither the secret nor the name, which may be the secret
   *     where someone has mixed up the two keys.
   */
  public static String read(String name) {
    String secret = text(bytes(name)).replaceFirst("\\r?\\n\\z", "");
    if (secret.isEmpty()) {
      throw new IllegalArgumentException("a file with the secret in it, and this one is empty");
    }
    if (secret.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a file of a single line without control characters");
    }
    return secret;
  }

  private static byte[] bytes(String name) {
    try {
      Path file = Path.of(name);
      if (!Files.isRegularFile(file)) { // a pipe would keep the start waiting
        throw unreadable();
      }
      try (InputStream content = Files.newInputStream(file)) {
        byte[] bytes = content.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
          throw new IllegalArgumentException("a file of at most " + MAX_BYTES + " bytes");
        }
        return bytes;
      }
    } catch (IOException | InvalidPathException e) {
      throw unreadable();
    }
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a file in UTF-8");
    }
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException("a file that Parley can read");
  }
}
