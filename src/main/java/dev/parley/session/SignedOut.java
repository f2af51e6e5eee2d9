package dev.parley.session;

import java.net.URI;

/**
 * The answer to a sign-out where there is more to do.
 *
 * @param signOutAt where the browser goes to end the identity provider's session too
 */
public record SignedOut(URI signOutAt) {}
