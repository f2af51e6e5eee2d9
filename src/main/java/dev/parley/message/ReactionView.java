package dev.parley.message;

import java.util.List;

/**
 * One emoji under a message.
 *
 * @param by ids of those who chose it, in the order in which they did
 */
public record ReactionView(String emoji, List<Long> by) {}
