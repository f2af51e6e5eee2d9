package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKeycloak.class)
class KeycloakIT {
  private final Keycloak keycloak;

  KeycloakIT(Keycloak keycloak) {
    this.keycloak = keycloak;
  }

  @Test
  void aProgramGetsAccessTokensForParley() throws ParseException {
    JWTClaimsSet claims = claims(keycloak.accessToken("bot", "ana"));
    assertThat(claims.getIssuer()).isEqualTo(keycloak.issuer().toString());
    assertThat(claims.getSubject()).isEqualTo(keycloak.subject("ana"));
    assertThat(claims.getAudience()).contains("parley");
    assertThat(claims.getStringClaim("sid")).isNotBlank();
    expectAna(claims);
  }

  @Test
  void aStrangersAccessTokensAreNotForParley() throws ParseException {
    assertThat(claims(keycloak.accessToken("stranger", "ana")).getAudience())
        .isNotEmpty()
        .doesNotContain("parley");
  }

  @Test
  void aBrowserGetsAnIdTokenForParley() throws ParseException {
    JWTClaimsSet claims = claims(keycloak.signInToParley("ana").path("id_token").asText());
    assertThat(claims.getIssuer()).isEqualTo(keycloak.issuer().toString());
    assertThat(claims.getAudience()).containsExactly("parley");
    assertThat(claims.getStringClaim("sid")).isNotBlank();
    expectAna(claims);
  }

  @Test
  void whoIsSignedOutIsToldToParley() throws IOException, ParseException {
    String username = keycloak.newUser();
    try (var listener = new LogoutListener()) {
      keycloak.backChannelLogoutTo(listener.address());
      JWTClaimsSet idToken = claims(keycloak.signInToParley(username).path("id_token").asText());
      keycloak.signOut(username);
      JWTClaimsSet logout = claims(listener.await());
      assertThat(logout.getAudience()).containsExactly("parley");
      assertThat(logout.getSubject()).isEqualTo(idToken.getSubject());
      assertThat(logout.getClaim("sid")).isEqualTo(idToken.getClaim("sid"));
    }
  }

  @Test
  void whoLeavesAGroupHasItInNoFurtherToken() throws ParseException {
    String username = keycloak.newUser("engineering");
    assertThat(groups(username)).containsExactly("engineering");
    keycloak.join(username, "chat-admins");
    keycloak.leave(username, "engineering");
    assertThat(groups(username)).containsExactly("chat-admins");
  }

  @Test
  void whoIsRenamedHasTheNewNameInTheNextToken() throws ParseException {
    String username = keycloak.newUser();
    keycloak.rename(username, "Eve", "Ek");
    JWTClaimsSet claims = claims(keycloak.accessToken("bot", username));
    assertThat(claims.getStringClaim("name")).isEqualTo("Eve Ek");
    assertThat(claims.getStringClaim("email")).isEqualTo(username + "@example.org");
  }

  @Test
  void whoIsDisabledGetsNoToken() {
    String username = keycloak.newUser();
    keycloak.disable(username, true);
    assertThatThrownBy(() -> keycloak.signIn("bot", username)).hasMessageContaining("disabled");
    keycloak.disable(username, false);
    keycloak.signIn("bot", username);
  }

  @Test
  void aRotationGivesANewKey() throws ParseException {
    String before = keyOf(keycloak.accessToken("bot", "bo"));
    keycloak.rotateKeys();
    assertThat(keyOf(keycloak.accessToken("bot", "bo"))).isNotEqualTo(before);
  }

  @Test
  void itIsDownAndComesBackWithItsUsersAndKeys() throws ParseException {
    String username = keycloak.newUser();
    String key = keyOf(keycloak.accessToken("bot", username));
    keycloak.stop();
    assertThatThrownBy(() -> keycloak.signIn("bot", username))
        .isInstanceOf(UncheckedIOException.class);
    keycloak.startAgain();
    assertThat(keyOf(keycloak.accessToken("bot", username))).isEqualTo(key);
  }

  private static void expectAna(JWTClaimsSet claims) throws ParseException {
    assertThat(claims.getStringClaim("preferred_username")).isEqualTo("ana");
    assertThat(claims.getStringClaim("name")).isEqualTo("Ana Araya");
    assertThat(claims.getStringListClaim("groups"))
        .containsExactlyInAnyOrder("chat-admins", "engineering");
  }

  private Iterable<String> groups(String username) throws ParseException {
    return claims(keycloak.accessToken("bot", username)).getStringListClaim("groups");
  }

  private static JWTClaimsSet claims(String token) throws ParseException {
    return SignedJWT.parse(token).getJWTClaimsSet();
  }

  private static String keyOf(String token) throws ParseException {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }
}
