package dev.parley.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * {@code server} in the data folder: the server's libraries, which are unpacked once for each
 * version, and what it writes while it runs, which is new at each start.
 *
 * <p>Whoever makes one holds the lock on the data folder, so nobody else is in it.
 */
final class ServerFolder {
  private static final List<String> LIBRARIES = List.of("MICRO-INF/runtime/", "MICRO-INF/lib/");
  private static final String LIBRARIES_HERE = "runtime";
  private static final String TEMPORARY_FILES = "java.io.tmpdir";
  private static final int ID_BYTES = 8;

  private final Path folder;

  private ServerFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The server's libraries.
   *
   * @param folder whose folder {@code runtime} they are in
   * @param places that folder, in which Payara looks for resource adapters, and each of them, in
   *     the order of the jar
   */
  record Libraries(Path folder, List<URL> places) {}

  /**
   * Makes it where it is missing, and removes what an earlier process has left.
   *
   * @throws DataFolderException if it cannot be written to
   */
  static ServerFolder in(Path data) {
    var server = new ServerFolder(data.resolve("server"));
    try {
      remake(server.instance());
      remake(server.temporaryFiles());
      return server;
    } catch (IOException e) {
      throw new DataFolderException(data.toString(), e);
    }
  }

  /** Where Payara keeps its configuration and unpacks applications. */
  Path instance() {
    return folder.resolve("instance");
  }

  /** Lets everyone in this process put temporary files here, unless {@code -D} says where. */
  void takeTemporaryFiles() {
    boolean told =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(argument -> argument.startsWith("-D" + TEMPORARY_FILES + "="));
    if (!told) {
      System.setProperty(TEMPORARY_FILES, temporaryFiles().toString());
    }
  }

  /**
   * Unpacks the libraries that lie in a jar, unless they are there, and removes those of other
   * versions.
   *
   * @throws DataFolderException if it cannot be written to, or has no room
   */
  Libraries libraries(Path jar) {
    try (var file = new ZipFile(jar.toFile())) {
      List<ZipEntry> entries =
          file.stream()
              .map(ZipEntry.class::cast)
              .filter(entry -> !entry.isDirectory() && nameOf(entry).isPresent())
              .toList();
      Path version = folder.resolve(idOf(entries));
      removeAllBut(version);
      if (!isWhole(version, entries)) {
        unpack(file, entries, version);
      }
      Stream<Path> libraries = entries.stream().map(entry -> library(version, entry));
      return new Libraries(
          version,
          Stream.concat(Stream.of(version.resolve(LIBRARIES_HERE)), libraries)
              .map(ServerFolder::url)
              .toList());
    } catch (IOException e) {
      throw new DataFolderException(folder.toString(), e);
    }
  }

  /** A version is there when it has its name: until then it is unpacked under another. */
  private static void unpack(ZipFile jar, List<ZipEntry> entries, Path version) throws IOException {
    Path partial = version.resolveSibling(version.getFileName() + ".partial");
    for (ZipEntry entry : entries) {
      Path library = library(partial, entry);
      Files.createDirectories(library.getParent());
      try (InputStream content = jar.getInputStream(entry)) {
        Files.copy(content, library);
      }
    }
    delete(version);
    Files.move(partial, version, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whether nobody has cleaned up here, and the machine did not lose its power too early. */
  private static boolean isWhole(Path version, List<ZipEntry> entries) {
    return entries.stream().allMatch(entry -> size(library(version, entry)) == entry.getSize());
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return -1;
    }
  }

  private void removeAllBut(Path version) throws IOException {
    List<Path> stay = List.of(version, instance(), temporaryFiles());
    List<Path> others;
    try (Stream<Path> all = Files.list(folder)) {
      others = all.filter(one -> !stay.contains(one)).toList();
    }
    for (Path other : others) {
      delete(other);
    }
  }

  private Path temporaryFiles() {
    return folder.resolve("tmp");
  }

  private static void remake(Path folder) throws IOException {
    delete(folder);
    Files.createDirectories(folder);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** By what is in them: another build with the same libraries has no need to unpack them. */
  private static String idOf(List<ZipEntry> entries) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (ZipEntry entry : entries) {
        digest.update(entry.getName().getBytes(StandardCharsets.UTF_8));
        digest.update(
            ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(entry.getSize())
                .putLong(entry.getCrc())
                .flip());
      }
      return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The name of a library; nothing for what is none. */
  private static Optional<String> nameOf(ZipEntry entry) {
    return LIBRARIES.stream()
        .filter(entry.getName()::startsWith)
        .map(place -> entry.getName().substring(place.length()))
        .filter(
            name -> name.matches("[\\w.-]+\\.[jr]ar")) // resource adapters are of the server, too
        .findFirst();
  }

  private static Path library(Path version, ZipEntry entry) {
    return version.resolve(LIBRARIES_HERE).resolve(nameOf(entry).orElseThrow());
  }

  private static URL url(Path library) {
    try {
      return library.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
