/**
 * What every feature stands on and no chat word is needed for: problems, JSON, configuration, the
 * clock, HTTP filters, rate limits, health and migrations.
 */
@NullMarked
package dev.parley.platform;

import org.jspecify.annotations.NullMarked;
