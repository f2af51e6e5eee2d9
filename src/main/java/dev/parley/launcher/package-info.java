/**
 * What {@code java -jar parley.jar} starts: Parley inside Payara Micro, quiet, and stopped in
 * order.
 *
 * <p>Packed into {@code parley.jar} only. The chat server itself knows nothing of this package.
 */
@NullMarked
package dev.parley.launcher;

import org.jspecify.annotations.NullMarked;
