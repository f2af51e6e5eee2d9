/** Signing in and out: sessions, tokens, keys and revocation. */
@NullMarked
package dev.parley.session;

import org.jspecify.annotations.NullMarked;
