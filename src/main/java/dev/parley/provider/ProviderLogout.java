package dev.parley.provider;

import java.util.Optional;

/**
 * What the provider has ended: a session, or where it names none all of someone.
 *
 * @param key a hash by which it is known when it is said again
 * @param personKey see {@link Identity#key}
 * @param sid see {@link Identity#sid}
 */
public record ProviderLogout(String key, Optional<String> personKey, Optional<String> sid) {
  boolean namesSomething() {
    return personKey.isPresent() || sid.isPresent();
  }
}
