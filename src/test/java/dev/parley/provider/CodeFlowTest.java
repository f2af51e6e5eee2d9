package dev.parley.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.parley.testing.PlainProvider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CodeFlowTest {
  private static final URI BACK = URI.create("http://localhost:8080/back");
  private static final String CODE = "a-code";

  private final PlainProvider plain = PlainProvider.start();
  private final Providers here = new Providers(plain);

  @AfterEach
  void close() {
    here.close();
    plain.close();
  }

  @Test
  void aProviderThatDoesNotNameItselfIsTaken() {
    assertThat(comeBack("").identity().username()).isEqualTo("ana");
  }

  @Test
  void aProviderThatSaysSoHasToNameItself() {
    plain.namesItself();
    for (String issuer : List.of("", "&iss=", "&iss=https%3A%2F%2Fanother.example")) {
      assertThatThrownBy(() -> comeBack(issuer)).isInstanceOf(SignOnRefusedException.class);
    }
    String own = URLEncoder.encode(plain.issuer(), StandardCharsets.UTF_8);
    assertThat(comeBack("&iss=" + own).identity().username()).isEqualTo("ana");
  }

  /** Goes to the provider and comes back with its code, and with this behind it. */
  private SignedOn comeBack(String issuer) {
    SignOnRequest way = here.flow.begin(BACK, "");
    plain.grants(
        CODE, Map.of("access_token", "x", "token_type", "Bearer", "id_token", idToken(way)));
    URI answer = URI.create(BACK + "?code=" + CODE + "&state=" + way.state() + issuer);
    return here.flow.finish(answer, BACK, way.sealed());
  }

  private String idToken(SignOnRequest way) {
    var asked = URLUtils.parseParameters(way.address().getRawQuery());
    return plain.idToken("ana", of -> of.claim("nonce", asked.get("nonce").get(0)));
  }
}
