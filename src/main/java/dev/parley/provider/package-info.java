/** The company's identity provider: OpenID Connect, as Parley speaks it. */
@NullMarked
package dev.parley.provider;

import org.jspecify.annotations.NullMarked;
