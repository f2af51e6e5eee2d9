package dev.parley.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder of everything that Parley keeps on disk. */
final class DataFolder {
  private static final String KEY = "parley.data";
  private static final String DEFAULT = "data";
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  /** Open as long as the process runs: a closed channel is no lock. */
  private static @Nullable FileChannel lock;

  private DataFolder() {}

  /**
   * Finds the folder, makes it where it is missing, takes it for this process alone, and tells
   * everyone through the system property {@code parley.data}, which names it absolutely from then
   * on.
   */
  static Path take() {
    String name = Keys.value(KEY);
    try {
      Path folder = Path.of(name.isBlank() ? DEFAULT : name).toAbsolutePath().normalize();
      create(folder);
      lock(folder);
      System.setProperty(KEY, folder.toString());
      return folder;
    } catch (IOException | InvalidPathException e) {
      throw new DataFolderException(name.isBlank() ? DEFAULT : name, e);
    }
  }

  static Path current() {
    return Path.of(System.getProperty(KEY, DEFAULT));
  }

  /** The system lets go of the lock when the process ends, however it ends. */
  private static void lock(Path folder) throws IOException {
    lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      throw new IOException("another Parley is running on it");
    }
  }

  private static void create(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      if (!Files.isWritable(folder)) {
        throw new IOException("it is not writable");
      }
      closeToOthers(folder);
      return;
    }
    if (Files.exists(folder)) {
      throw new FileAlreadyExistsException(folder.toString(), null, "it is not a folder");
    }
    Files.createDirectories(folder);
    if (isPosix(folder)) {
      // keys and messages are nobody else's business
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /**
   * Takes the rights of others away from a folder that someone else has made; those of its group
   * stay, for Kubernetes gives a volume to a process by its group.
   */
  private static void closeToOthers(Path folder) throws IOException {
    if (!isPosix(folder)) {
      return;
    }
    var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
    if (permissions.removeAll(OTHERS)) {
      try {
        Files.setPosixFilePermissions(folder, permissions);
      } catch (FileSystemException e) {
        System.err.println(
            "Everyone on this machine can look into the data folder "
                + folder
                + ", and its owner is someone else, who has to change that.");
      }
    }
  }

  private static boolean isPosix(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
