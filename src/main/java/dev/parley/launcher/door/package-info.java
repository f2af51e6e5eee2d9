/**
 * What Payara Micro loads from {@code parley.jar}: words of ours where it refuses a request before
 * any application has seen it.
 *
 * <p>Seen by the server's class loader only, for the launcher's own sees nothing of the server.
 */
@NullMarked
package dev.parley.launcher.door;

import org.jspecify.annotations.NullMarked;
