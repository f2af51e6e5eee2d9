package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.testing.TestClock;
import dev.parley.user.Role;
import dev.parley.user.UserView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokenTest {
  private static final String KEY_ID = "our key";

  @TempDir Path data;
  private final TestClock clock = new TestClock();
  private final TokenIssuer issuer = new TokenIssuer();

  @BeforeEach
  void open() {
    issuer.settings = Sessions.settings(data);
    issuer.clock = clock;
    issuer.loadKey();
  }

  @Test
  void aTokenSaysWhoItIsForHowLongAndWhichSession() throws Exception {
    SignedJWT token = SignedJWT.parse(issuer.issue(granted(Role.ADMIN)));
    JWTClaimsSet claims = token.getJWTClaimsSet();
    Instant now = clock.instant();
    assertThat(claims.getIssuer()).isEqualTo("parley");
    assertThat(claims.getAudience()).containsExactly("parley");
    assertThat(claims.getSubject()).isEqualTo("7");
    assertThat(claims.getStringClaim("upn")).isEqualTo("ana");
    assertThat(claims.getStringListClaim("groups")).containsExactly("user", "admin");
    assertThat(claims.getStringClaim("sid")).isEqualTo("17");
    assertThat(claims.getIssueTime()).isEqualTo(now);
    assertThat(claims.getExpirationTime()).isEqualTo(now.plus(Duration.ofMinutes(15)));
    assertThat(claims.getJWTID()).isNotEqualTo(again().getJWTID());
    assertThat(AccessToken.of(new VerifiedToken(token.serialize()), issuer.keyId(), now))
        .contains(new AccessToken(7, 17, "once", now.plus(Duration.ofMinutes(15))));
  }

  @Test
  void itIsSignedWithTheKeyThatIsPublished() throws Exception {
    SignedJWT token = SignedJWT.parse(issuer.issue(granted(Role.USER)));
    assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    var published = JWKSet.parse(issuer.publicKeys()).getKeyByKeyId(token.getHeader().getKeyID());
    assertThat(published.isPrivate()).isFalse();
    assertThat(published.size()).isGreaterThanOrEqualTo(2048);
    assertThat(published.computeThumbprint().toString()).isEqualTo(published.getKeyID());
    assertThat(token.verify(new RSASSAVerifier(published.toRSAKey()))).isTrue();
  }

  @Test
  void theKeyIsMadeOnceAndOnlyItsOwnerReadsIt() throws Exception {
    Path file = data.resolve("token-key.jwk");
    String first = Files.readString(file);
    issuer.loadKey();
    assertThat(Files.readString(file)).isEqualTo(first);
    assertThat(Files.getPosixFilePermissions(file))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    try (var files = Files.list(data)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aTokenOfAnotherKindIsNone() {
    assertThat(accepted(claims -> claims)).isTrue();
    assertThat(accepted(claims -> claims.claim("token_use", "id"))).isFalse();
    assertThat(accepted(claims -> claims.claim("token_use", null))).isFalse();
    assertThat(accepted(claims -> claims.claim("token_use", List.of("access")))).isFalse();
  }

  @Test
  void aTokenIsGoodInItsTimeOnly() {
    long now = clock.instant().getEpochSecond();
    assertThat(accepted(claims -> claims.claim("nbf", now))).isTrue();
    assertThat(accepted(claims -> claims.claim("nbf", now + 1))).isFalse();
    assertThat(accepted(claims -> claims.claim("nbf", 1e30))).isFalse();
    assertThat(accepted(claims -> claims.claim("nbf", "never"))).isFalse();
    assertThat(accepted(claims -> claims.claim("exp", now))).isFalse();
  }

  @Test
  void aTokenWithoutUserOrSessionIsNone() {
    assertThat(accepted(claims -> claims.subject("ana"))).isFalse();
    assertThat(accepted(claims -> claims.subject(null))).isFalse();
    assertThat(accepted(claims -> claims.claim("sid", null))).isFalse();
    assertThat(accepted(claims -> claims.claim("sid", 17))).isFalse();
    assertThat(accepted(claims -> claims.claim("session_nonce", null)))
        .isFalse(); // an earlier version made it
    assertThat(accepted(claims -> claims.claim("session_nonce", 17))).isFalse();
    assertThat(accepted(claims -> claims.claim("exp", null))).isFalse();
  }

  @Test
  void aTokenThatNamesAnotherKeyIsNone() {
    var token = new VerifiedToken(made(claims -> claims));
    assertThat(AccessToken.of(token, KEY_ID, clock.instant())).isPresent();
    assertThat(AccessToken.of(token, "another key", clock.instant())).isEmpty();
    assertThat(AccessToken.of(() -> "ana", KEY_ID, clock.instant())).isEmpty();
    assertThat(AccessToken.of(null, KEY_ID, clock.instant())).isEmpty();
  }

  private boolean accepted(UnaryOperator<JWTClaimsSet.Builder> change) {
    var token = new VerifiedToken(made(change));
    return AccessToken.of(token, KEY_ID, clock.instant()).isPresent();
  }

  /** Claims as they are made here, changed; how it is signed is for the server to verify. */
  private String made(UnaryOperator<JWTClaimsSet.Builder> change) {
    try {
      var claims = new JWTClaimsSet.Builder(again());
      var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(KEY_ID).build();
      var token = new SignedJWT(header, change.apply(claims).build());
      token.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
      return token.serialize();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private JWTClaimsSet again() throws java.text.ParseException {
    return SignedJWT.parse(issuer.issue(granted(Role.USER))).getJWTClaimsSet();
  }

  private Grant granted(Role role) {
    var ana = new UserView(7, "ana", "Ana Ruiz", role, clock.instant());
    return new Grant(ana, 17, "once", new RefreshToken(17, 0, "secret", "tag"));
  }
}
