package dev.parley.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The drivers and the application that lie in {@code parley.jar}, where no server loads them. */
final class Parts implements AutoCloseable {
  private static final String DRIVERS = "MICRO-INF/lib/";
  private static final String APPLICATION = "MICRO-INF/deploy/ROOT.war";
  private static final String CLASSES = "WEB-INF/classes/";
  private static final String LIBRARIES = "WEB-INF/lib/";

  private final Path folder;
  private final List<URL> places = new ArrayList<>();
  private final URLClassLoader loader;

  private Parts(Path jar) throws IOException {
    folder = Files.createTempDirectory("parley-move");
    places.add(url(Files.createDirectory(folder.resolve("classes"))));
    try (var file = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
        unpack(file, all.nextElement());
      }
    }
    loader = new URLClassLoader(places.toArray(URL[]::new), Parts.class.getClassLoader());
  }

  /** Unpacks them for as long as they are not closed. */
  static Parts unpack() throws IOException {
    try {
      var jar = Parts.class.getProtectionDomain().getCodeSource().getLocation();
      return new Parts(Path.of(jar.toURI()));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  ClassLoader loader() {
    return loader;
  }

  @Override
  public void close() throws IOException {
    loader.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void unpack(ZipFile jar, ZipEntry entry) throws IOException {
    try (InputStream content = jar.getInputStream(entry)) {
      if (entry.getName().equals(APPLICATION)) {
        unpackApplication(new ZipInputStream(content));
      } else if (entry.getName().startsWith(DRIVERS) && !entry.isDirectory()) {
        keepLibrary(entry, content);
      }
    }
  }

  private void unpackApplication(ZipInputStream war) throws IOException {
    for (ZipEntry entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
      String name = entry.getName();
      if (!entry.isDirectory() && name.startsWith(LIBRARIES)) {
        keepLibrary(entry, war);
      } else if (!entry.isDirectory() && name.startsWith(CLASSES)) {
        keep(folder.resolve("classes").resolve(name.substring(CLASSES.length())), war);
      }
    }
  }

  private void keepLibrary(ZipEntry entry, InputStream content) throws IOException {
    Path file = folder.resolve(Path.of(entry.getName()).getFileName());
    keep(file, content);
    places.add(url(file));
  }

  private static void keep(Path file, InputStream content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.copy(content, file);
  }

  private static URL url(Path file) throws MalformedURLException {
    return file.toUri().toURL();
  }
}
