/** Rooms, membership, roles and read markers. */
@NullMarked
package dev.parley.room;

import org.jspecify.annotations.NullMarked;
