package dev.parley.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * An identity provider on the loopback address that signs what a test wants, and behaves as badly
 * as a test wants. What a real one does is tested with {@code Keycloak}.
 */
public final class PlainProvider implements AutoCloseable {
  public static final String CLIENT = "parley";
  public static final String SECRET = "the provider's secret for Parley";

  /** The group whose members are administrators. */
  public static final String ADMINS = "chat-admins";

  /** How it answers. */
  public enum Mood {
    WELL,
    /** Breaks the connection off. */
    GONE,
    /** Says nothing until the end of the test. */
    SILENT,
    /** Begins an answer, and goes on a byte at a time. */
    DRIBBLING,
    /** Answers with what is no JSON. */
    RUBBISH
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger keyRequests = new AtomicInteger();
  private final Map<String, String> tokenAnswers = new ConcurrentHashMap<>();
  private volatile Mood mood = Mood.WELL;
  private volatile boolean namesItself;
  private volatile RSAKey key = newKey();
  private final List<JWK> told = new CopyOnWriteArrayList<>(List.of(key.toPublicJWK()));

  private PlainProvider(HttpServer server) {
    this.server = server;
  }

  public static PlainProvider start() {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var provider = new PlainProvider(HttpServer.create(address, 0));
      provider.open();
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public void is(Mood newMood) {
    mood = newMood;
  }

  /** Says in its metadata that its answers tell whose they are (RFC 9207). */
  public void namesItself() {
    namesItself = true;
  }

  /** The key that it signs with now. */
  public RSAKey key() {
    return key;
  }

  /** Signs with another key from now on; those before are still told. */
  public void rotate() {
    RSAKey next = newKey();
    told.add(next.toPublicJWK());
    key = next;
  }

  /** Does not tell the earlier keys any more. */
  public void withdraw() {
    told.retainAll(List.of(key.toPublicJWK()));
  }

  /** How often it was asked for its keys. */
  public int keyRequests() {
    return keyRequests.get();
  }

  /** What it answers, from now on, where a code or a refresh token is brought to it. */
  public void grants(String codeOrRefreshToken, Map<String, ?> answer) {
    tokenAnswers.put(codeOrRefreshToken, Json.write(answer));
  }

  /** An access token for a program of someone; {@code change} makes it another one. */
  public String accessToken(String subject, UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(
        change
            .apply(
                claims(subject)
                    .claim("scope", "openid profile")
                    .claim("azp", "bot")
                    .claim("sid", "session of " + subject))
            .build());
  }

  /** An ID token for Parley. */
  public String idToken(String subject, UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(change.apply(claims(subject).claim("sid", "browser of " + subject)).build());
  }

  /** A logout token for Parley (OpenID Connect Back-Channel Logout 1.0). */
  public String logoutToken(UnaryOperator<JWTClaimsSet.Builder> change) {
    Instant now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(120)))
            .jwtID(UUID.randomUUID().toString())
            .claim(
                "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    return signed(change.apply(claims).build(), new JOSEObjectType("logout+jwt"));
  }

  public String signed(JWTClaimsSet claims) {
    return signed(claims, JOSEObjectType.JWT);
  }

  /** Signs claims as they are written. */
  public String signed(String claims) {
    return signed(new Payload(claims), JOSEObjectType.JWT);
  }

  private String signed(JWTClaimsSet claims, JOSEObjectType type) {
    return signed(claims.toPayload(), type);
  }

  private String signed(Payload claims, JOSEObjectType type) {
    RSAKey now = key; // it may be another one in the next line
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID(now.getKeyID()).build();
      var token = new JWSObject(header, claims);
      token.sign(new RSASSASigner(now));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private JWTClaimsSet.Builder claims(String subject) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .audience(CLIENT)
        .subject(subject)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .claim("preferred_username", subject)
        .claim("name", subject + " of the plain provider");
  }

  private void open() {
    server.setExecutor(threads);
    server.createContext(
        "/.well-known/openid-configuration", exchange -> answer(exchange, metadata()));
    server.createContext(
        "/keys",
        exchange -> {
          keyRequests.incrementAndGet();
          answer(exchange, new JWKSet(told).toString(true));
        });
    server.createContext("/token", this::token);
    server.start();
  }

  private String metadata() {
    return Json.write(
        Map.of(
            "issuer",
            issuer(),
            "authorization_endpoint",
            authorizationEndpoint().toString(),
            "token_endpoint",
            issuer() + "/token",
            "end_session_endpoint",
            issuer() + "/end",
            "jwks_uri",
            issuer() + "/keys",
            "authorization_response_iss_parameter_supported",
            namesItself,
            "response_types_supported",
            List.of("code"),
            "subject_types_supported",
            List.of("public"),
            "id_token_signing_alg_values_supported",
            List.of("RS256")));
  }

  private void token(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String answer =
        tokenAnswers.entrySet().stream()
            .filter(known -> form.contains("=" + known.getKey()))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse("{\"error\":\"invalid_grant\"}");
    answer(exchange, answer.contains("\"error\"") ? 400 : 200, answer);
  }

  private void answer(HttpExchange exchange, String json) throws IOException {
    answer(exchange, 200, json);
  }

  private void answer(HttpExchange exchange, int status, String json) throws IOException {
    switch (mood) {
      case WELL -> send(exchange, status, json);
      case RUBBISH -> send(exchange, status, "<html>Nothing is here, or everything</html>");
      case GONE -> exchange.close();
      case SILENT -> awaitClose();
      case DRIBBLING -> dribble(exchange, status, json);
      default -> throw new IllegalStateException();
    }
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void dribble(HttpExchange exchange, int status, String json) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, json.length());
    for (byte one : json.getBytes(StandardCharsets.UTF_8)) {
      exchange.getResponseBody().write(one);
      exchange.getResponseBody().flush();
      if (awaitClose(500)) {
        return;
      }
    }
  }

  private void awaitClose() {
    awaitClose(Long.MAX_VALUE);
  }

  private boolean awaitClose(long millis) {
    try {
      return closed.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .keyID(UUID.randomUUID().toString())
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address of its sign-on page, which it does not have. */
  public URI authorizationEndpoint() {
    return URI.create(issuer() + "/authorize");
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
