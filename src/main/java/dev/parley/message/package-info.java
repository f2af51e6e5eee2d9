/** The log: posting, history and changes. */
@NullMarked
package dev.parley.message;

import org.jspecify.annotations.NullMarked;
