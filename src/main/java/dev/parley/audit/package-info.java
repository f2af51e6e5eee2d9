/** Who did what: the trail that administrators read, and nobody changes. */
@NullMarked
package dev.parley.audit;

import org.jspecify.annotations.NullMarked;
