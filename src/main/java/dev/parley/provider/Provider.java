package dev.parley.provider;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.parley.platform.ProviderSettings;
import dev.parley.platform.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.MalformedURLException;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider: where it is asked, and by which keys its tokens are known. It is looked
 * for when it is first needed, so that Parley starts without it. Thread-safe.
 */
@ApplicationScoped
public class Provider {
  private static final Logger LOG = System.getLogger(Provider.class.getName());

  /** How tokens may be signed: what is asymmetric and that the JDK knows (RFC 7518). */
  static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** Keys are asked for anew when they are that old, beside the requests that use them. */
  private static final Duration KEYS_FRESH = Duration.ofMinutes(5);

  /** When the provider does not answer, keys are good that long, and longer. */
  private static final Duration KEYS_KEPT = Duration.ofDays(1);

  /** For keys that are not known the provider is asked twice in that time at most. */
  static final Duration KEYS_PAUSE = Duration.ofMillis(200);

  private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();

  @Inject Settings settings;

  private final ProviderHttp http = new ProviderHttp();
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Known known;
  private long askedAt;
  private boolean asked;

  /**
   * What is known of it once it has answered.
   *
   * @param told the keys that it told of last, by kind and name
   */
  record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Set<String> told) {
    JWSVerificationKeySelector<SecurityContext> keySelector() {
      return new JWSVerificationKeySelector<>(ALGORITHMS, keys);
    }

    /** Whether it has told of the key that a token names; where it names none, it is not known. */
    boolean tells(JWSHeader header) {
      return header.getKeyID() != null
          && header.getX509CertSHA256Thumbprint() == null
          && told.contains(name(KeyType.forAlgorithm(header.getAlgorithm()), header.getKeyID()));
    }
  }

  private static String name(KeyType kind, String name) {
    return kind + " " + name;
  }

  /**
   * How the provider is configured.
   *
   * @throws IllegalStateException if there is none
   */
  public ProviderSettings settings() {
    return settings.provider().orElseThrow(IllegalStateException::new);
  }

  ProviderHttp http() {
    return http;
  }

  /**
   * What the provider says of itself.
   *
   * @throws ProviderUnavailableException if it has not answered yet
   */
  Known known() {
    Known already = known;
    return already != null ? already : ask();
  }

  /** One asks, and the others wait for what comes of it, but not for long. */
  private Known ask() {
    try {
      if (!asking.tryLock(ProviderKeys.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ProviderUnavailableException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderUnavailableException();
    }
    try {
      Known already = known;
      return already != null ? already : askInTurn();
    } finally {
      asking.unlock();
    }
  }

  private Known askInTurn() {
    if (asked && System.nanoTime() - askedAt < PAUSE_NANOS) {
      throw new ProviderUnavailableException(); // it has just not answered
    }
    try {
      OIDCProviderMetadata metadata = metadata();
      Set<String> told = ConcurrentHashMap.newKeySet();
      var found = new Known(metadata, keys(metadata, told), told);
      known = found;
      return found;
    } catch (IOException | GeneralException | IllegalArgumentException e) {
      String why = ProviderHttp.quoted(e.getMessage());
      LOG.log(Level.WARNING, "The identity provider does not say who it is: " + why);
      throw new ProviderUnavailableException();
    } finally {
      asked = true;
      askedAt = System.nanoTime();
    }
  }

  private OIDCProviderMetadata metadata() throws IOException, GeneralException {
    var issuer = new Issuer(settings().issuer());
    var answer = new OIDCProviderConfigurationRequest(issuer).toHTTPRequest().send(http);
    answer.ensureStatusCode(200);
    var metadata = OIDCProviderMetadata.parse(answer.getBodyAsJSONObject());
    if (!issuer.equals(metadata.getIssuer())) {
      throw new GeneralException("it calls itself " + metadata.getIssuer());
    }
    if (metadata.getAuthorizationEndpointURI() == null
        || metadata.getTokenEndpointURI() == null
        || metadata.getJWKSetURI() == null) {
      throw new GeneralException("it has no endpoint for sign-on, tokens or keys");
    }
    return metadata;
  }

  private JWKSource<SecurityContext> keys(OIDCProviderMetadata metadata, Set<String> told) {
    try {
      return JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), url -> fetch(url, told))
          .cache(KEYS_KEPT.toMillis(), ProviderHttp.PATIENCE.toMillis())
          .refreshAheadCache(KEYS_KEPT.minus(KEYS_FRESH).toMillis(), false)
          .rateLimited(KEYS_PAUSE.toMillis())
          .outageTolerantForever()
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Resource fetch(URL url, Set<String> told) throws IOException {
    Resource answer = http.retrieveResource(url);
    try {
      Set<String> names =
          JWKSet.parse(answer.getContent()).getKeys().stream()
              .filter(key -> !KeyUse.ENCRYPTION.equals(key.getKeyUse()))
              .map(key -> name(key.getKeyType(), String.valueOf(key.getKeyID())))
              .collect(Collectors.toSet());
      told.addAll(names);
      told.retainAll(names);
      return answer;
    } catch (ParseException e) {
      throw new IOException("what it tells are no keys", e);
    }
  }

  @PreDestroy
  void close() {
    Known open = known;
    if (open != null && open.keys() instanceof Closeable source) {
      try {
        source.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
