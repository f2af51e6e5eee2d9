package dev.parley.testing;

/** Keeps the refresh cookie of someone who has signed in, and asks for tokens as the page does. */
public final class SignedInBrowser {
  private final ParleyServer parley;
  private String cookie;

  SignedInBrowser(ParleyServer parley, String cookie) {
    this.parley = parley;
    this.cookie = cookie;
  }

  /** What the server answers to a refresh; a new cookie is kept. */
  public Answer refresh() {
    Answer answer = parley.api().with("Cookie", cookie).post("/api/session/refresh");
    if (answer.status() == 200) {
      cookie = SignOnServer.cookie(answer, "parley_refresh");
    }
    return answer;
  }

  /** The API as this person, with a new token. */
  public Api api() {
    return parley.api().as(refresh().expect(200).json().path("token").asText());
  }
}
