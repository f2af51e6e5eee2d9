package dev.parley.session;

import dev.parley.testing.Answer;
import dev.parley.testing.Api;
import dev.parley.testing.Names;
import dev.parley.testing.PlainProvider;
import dev.parley.testing.ProviderTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;

/** What tests begin with where an identity provider signs people in. */
@ProviderTest
abstract class AtTheProvider {
  static final String ME = "/api/users/me";
  static final String LOGOUT = "/api/session/back-channel-logout";

  private static final String FORM = "application/x-www-form-urlencoded";

  PlainProvider provider;
  Api nobody;
  SignOns browser;

  /** Somebody whom Parley has not seen yet, as the provider calls them. */
  String ana;

  @BeforeEach
  final void open(PlainProvider plain, Api api) {
    provider = plain;
    nobody = api;
    browser = new SignOns(api, plain);
    ana = "ana" + Names.unique();
  }

  /** Tells Parley, in the provider's place, that something has ended. */
  final Answer logOut(String form) {
    return nobody.send(
        nobody.request(LOGOUT).header("Content-Type", FORM).POST(BodyPublishers.ofString(form)));
  }
}
