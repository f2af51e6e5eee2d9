package dev.parley.provider;

import java.net.URI;

/**
 * The way to the provider.
 *
 * @param address where the browser goes
 * @param sealed what it has to bring back
 */
public record SignOnRequest(URI address, String sealed) {}
