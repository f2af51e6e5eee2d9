package dev.parley.provider;

import java.util.Optional;

/**
 * What the provider has ended: a session, or where it names none all of someone.
 *
 * @param personKey see {@link Identity#key}
 * @param sid see {@link Identity#sid}
 */
public record ProviderLogout(Optional<String> personKey, Optional<String> sid) {}
