/** The socket: endpoint, connections, outboxes and feeds. */
@NullMarked
package dev.parley.realtime;

import org.jspecify.annotations.NullMarked;
