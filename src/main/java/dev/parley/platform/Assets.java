package dev.parley.platform;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The scripts and style sheets of the page, and the version that all of them together are: some 300
 * KiB that are held in memory.
 */
final class Assets {
  private static final String KEY = Assets.class.getName();

  /** Scripts of libraries: servers do not list what is in a JAR alike, so they are asked for. */
  private static final Pattern LIBRARY = Pattern.compile("/webjars(/[a-z0-9][a-z0-9.-]*)+\\.js");

  private static final int VERSION_LENGTH = 16; // hexadecimal digits: 64 bits

  private final ServletContext context;
  private final SortedMap<String, Asset> own = new TreeMap<>();
  private final Map<String, Asset> libraries = new ConcurrentHashMap<>();
  private final String version;

  private Assets(ServletContext context) {
    this.context = context;
    collect("/css/");
    collect("/js/");
    own.put(Page.STYLE_SHEET, new Asset(Page.STYLE_SHEET, join(Page.in(context).styleSheets())));
    version = versionOf(own);
  }

  /** Those of the application, read once. */
  static Assets of(ServletContext context) {
    if (!(context.getAttribute(KEY) instanceof Assets)) {
      context.setAttribute(KEY, new Assets(context));
    }
    return (Assets) context.getAttribute(KEY);
  }

  /** Where they are, below the context path. */
  String path() {
    return "assets/" + version + "/";
  }

  /**
   * The file at a path such as {@code /0123456789abcdef/js/main.js}; empty for what is not there,
   * and for every file of another version.
   */
  Optional<Asset> at(String path) {
    String prefix = "/" + version;
    if (!path.startsWith(prefix + "/")) {
      return Optional.empty();
    }
    String file = path.substring(prefix.length());
    return LIBRARY.matcher(file).matches()
        ? Optional.ofNullable(libraries.computeIfAbsent(file, this::readIfThere))
        : Optional.ofNullable(own.get(file));
  }

  private void collect(String folder) {
    for (String path : Optional.ofNullable(context.getResourcePaths(folder)).orElse(Set.of())) {
      if (path.endsWith("/")) {
        collect(path);
      } else {
        own.put(path, readIfThere(path));
      }
    }
  }

  private byte[] join(List<String> paths) {
    var bytes = new ByteArrayOutputStream();
    for (String path : paths) {
      bytes.writeBytes(Objects.requireNonNull(own.get(path), path).bytes(false));
    }
    return bytes.toByteArray();
  }

  private @Nullable Asset readIfThere(String path) {
    try (var file = context.getResourceAsStream(path)) {
      return file == null ? null : new Asset(path, file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String versionOf(SortedMap<String, Asset> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (path, asset) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update(asset.bytes(false));
          });
      return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
