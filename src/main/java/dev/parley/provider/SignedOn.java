package dev.parley.provider;

/**
 * Someone whom the provider has let in.
 *
 * @param to the page that was asked for, below the page's own address
 */
public record SignedOn(Identity identity, ProviderGrant grant, String to) {}
