package dev.parley.provider;

import java.net.URI;

/**
 * The way to the provider.
 *
 * @param address where the browser goes
 * @param state by which the answer is known, made up for this way, of {@code A-Za-z0-9_-}
 * @param sealed what the browser has to bring back with it
 */
public record SignOnRequest(URI address, String state, String sealed) {}
