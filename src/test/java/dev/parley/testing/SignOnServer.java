package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Parley whose people sign in at a Keycloak. */
public record SignOnServer(ParleyServer parley, Keycloak keycloak) {
  /** The room, made by Ana, in which everyone of the group {@code engineering} is. */
  public static final String ROOM_OF_ENGINEERING = "Engineering";

  private static final Pattern COOKIE = Pattern.compile("(parley_[\\w-]+)=([^;]+)");

  static SignOnServer start(Keycloak keycloak) {
    var parley =
        ParleyServer.start(
            ServerOptions.unlimited()
                .with("parley.auth", "oidc")
                .with("parley.url", ServerOptions.ADDRESS)
                .with("parley.oidc.issuer", keycloak.issuer().toString())
                .with("parley.oidc.client-id", "parley")
                .with("parley.oidc.client-secret", Keycloak.CLIENT_SECRET)
                .with("parley.oidc.name", "Keycloak")
                .with("parley.oidc.admin-groups", "chat-admins")
                .with("parley.oidc.rooms", "engineering=" + ROOM_OF_ENGINEERING));
    var server = new SignOnServer(parley, keycloak);
    try {
      server.prepare();
      return server;
    } catch (RuntimeException | AssertionError e) {
      parley.close();
      throw e;
    }
  }

  private void prepare() {
    program("ana").post("/api/chat/rooms", Map.of("name", ROOM_OF_ENGINEERING)).expect(201);
  }

  /** Ends all of someone's sessions at Keycloak, which tells this Parley of it. */
  public void signOutAtKeycloak(String username) {
    keycloak.backChannelLogoutTo(parley.address().resolve("/api/session/back-channel-logout"));
    keycloak.signOut(username);
  }

  /** A program that acts for someone, with a new token. */
  public Api program(String username) {
    return parley.api().as(keycloak.accessToken("bot", username));
  }

  /** Sends a new browser to Parley, from there to Keycloak, and back. */
  public Answer signIn(String username, String to) {
    Answer begin = parley.api().get("/api/session/sign-on?to=" + to).expect(303);
    URI back = keycloak.signIn(URI.create(begin.header("Location").orElseThrow()), username);
    return comeBack(back, cookie(begin, "parley_sign_on_"));
  }

  /** Comes back from Keycloak with what Parley gave along. */
  public Answer comeBack(URI back, String cookie) {
    return parley.api().with("Cookie", cookie).get(back.getRawPath() + "?" + back.getRawQuery());
  }

  /** A browser that has signed in. */
  public SignedInBrowser browser(String username) {
    Answer answer = signIn(username, "").expect(303);
    assertThat(answer.header("Location").orElseThrow()).endsWith("/#signed-in");
    return new SignedInBrowser(parley, cookie(answer, "parley_refresh"));
  }

  /** A cookie that an answer sets, as a browser sends it; its name begins like this. */
  public static String cookie(Answer answer, String name) {
    for (String header : answer.headers("Set-Cookie")) {
      Matcher cookie = COOKIE.matcher(header);
      if (cookie.find() && cookie.group(1).startsWith(name)) {
        return cookie.group();
      }
    }
    throw new AssertionError("no cookie " + name);
  }
}
