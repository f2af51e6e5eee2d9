package dev.parley.cluster;

import dev.parley.platform.BadConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whom to believe to be the NATS server. Its client looks at the certificate only; this also wants
 * the server's name in it, or anybody with a certificate could be the server.
 */
final class NatsTrust extends X509ExtendedTrustManager {
  private static final String NAME_IN_IT = "HTTPS"; // RFC 2818, as for web servers

  private final X509ExtendedTrustManager certificates;

  private NatsTrust(X509ExtendedTrustManager certificates) {
    this.certificates = certificates;
  }

  /**
   * TLS with the certificates of a file, or of Java.
   *
   * @throws BadConfigurationException where the file has none
   */
  static SSLContext context(Optional<Path> authority) {
    try {
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(authority.isPresent() ? store(authority.get()) : null);
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new NatsTrust(certificates(trust))}, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new BadConfigurationException(
          "parley.nats.ca",
          authority.map(Path::toString).orElse(""),
          "a file with certificates (PEM)");
    }
  }

  private static X509ExtendedTrustManager certificates(TrustManagerFactory trust) {
    return Arrays.stream(trust.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static KeyStore store(Path authority) throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream pem = Files.newInputStream(authority)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (certificates.isEmpty()) {
        throw new CertificateException("There is none.");
      }
      for (Certificate certificate : certificates) {
        store.setCertificateEntry(Integer.toString(store.size()), certificate);
      }
    }
    return store;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    var secured = (SSLSocket) socket;
    var parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm(NAME_IN_IT);
    secured.setSSLParameters(parameters);
    certificates.checkServerTrusted(chain, authType, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("There is no name to look for.");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("There is no name to look for.");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    throw new CertificateException("Here are no clients.");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("Here are no clients.");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("Here are no clients.");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return certificates.getAcceptedIssuers();
  }
}
