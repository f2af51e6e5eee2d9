/**
 * What nodes tell each other: hints that something may have changed, by a bus that may lose, double
 * and reorder them. The database knows.
 */
@NullMarked
package dev.parley.cluster;

import org.jspecify.annotations.NullMarked;
