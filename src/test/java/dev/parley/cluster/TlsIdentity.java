package dev.parley.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A certificate for a name, which vouches for itself, and its key.
 *
 * @param certificate a file (PEM)
 * @param key a file (PEM)
 */
record TlsIdentity(Path certificate, Path key) {
  private static final char[] PASSWORD = "changeit".toCharArray();

  static TlsIdentity of(Path folder, String name) {
    try {
      KeyStore store = KeyStore.getInstance(made(folder, name).toFile(), PASSWORD);
      return new TlsIdentity(
          write(
              folder.resolve("server.pem"),
              "CERTIFICATE",
              store.getCertificate("server").getEncoded()),
          write(
              folder.resolve("key.pem"),
              "PRIVATE KEY",
              store.getKey("server", PASSWORD).getEncoded()));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What NATS is to be told. */
  String configuration() {
    return "tls { cert_file: \"%s\", key_file: \"%s\" }".formatted(certificate, key);
  }

  private static Path made(Path folder, String name) throws IOException {
    Path store = folder.resolve("server.p12");
    var keytool =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=NATS",
            "-ext",
            "san=dns:" + name,
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            new String(PASSWORD));
    int exit = new ProcessBuilder(keytool).inheritIO().start().onExit().join().exitValue();
    if (exit != 0) {
      throw new IllegalStateException("keytool ended with " + exit);
    }
    return store;
  }

  private static Path write(Path file, String what, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, text, what));
  }
}
