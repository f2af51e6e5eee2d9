package dev.parley.message;

import org.jspecify.annotations.Nullable;

/**
 * A message on its way into the log.
 *
 * @param clientId tells a repeated draft of this author in this room from a new one
 * @param text see {@link MessageTexts}
 * @param replyTo seq of the message of the room that it answers, which is not deleted
 */
public record Draft(
    long roomId, long authorId, String clientId, String text, @Nullable Long replyTo) {}
