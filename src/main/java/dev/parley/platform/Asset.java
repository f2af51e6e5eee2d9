package dev.parley.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** One file of the page, as it is and compressed. */
final class Asset {
  private final String mediaType;
  private final byte[] plain;
  private final byte[] compressed;

  Asset(String path, byte[] content) {
    mediaType = (path.endsWith(".css") ? "text/css" : "text/javascript") + ";charset=UTF-8";
    plain = content;
    compressed = gzip(content);
  }

  String mediaType() {
    return mediaType;
  }

  byte[] bytes(boolean gzip) {
    return gzip ? compressed : plain;
  }

  private static byte[] gzip(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
