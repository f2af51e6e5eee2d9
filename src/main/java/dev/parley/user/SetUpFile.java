package dev.parley.user;

import dev.parley.platform.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Where the set-up token is until it is used: {@code set-up-token} in the data folder, readable by
 * its owner alone. Logs are read by more people, and kept.
 */
@Dependent
public class SetUpFile {
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  @Inject Settings settings;

  Path path() {
    return settings.data().resolve("set-up-token");
  }

  boolean exists() {
    return Files.exists(path());
  }

  /** Writes a token in the place of another. */
  void write(String token) {
    try {
      Path folder = Files.createDirectories(settings.data());
      delete();
      boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
      var attributes = posix ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0];
      var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.newByteChannel(path(), options, attributes).close();
      Files.writeString(path(), token + System.lineSeparator());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path(), e);
    }
  }

  /** Removes it where it is. */
  void delete() {
    try {
      Files.deleteIfExists(path());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + path(), e);
    }
  }
}
