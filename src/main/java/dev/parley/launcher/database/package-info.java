/**
 * What has to see the drivers of the databases, which {@code parley.jar} holds for the server.
 *
 * <p>Seen by the server's class loader only, like {@code door}.
 */
@NullMarked
package dev.parley.launcher.database;

import org.jspecify.annotations.NullMarked;
