package dev.parley.message;

import dev.parley.platform.EntityTags;
import dev.parley.platform.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * The version in the entity tag of a message, {@code "text.hash"}: of its text alone. A reader
 * compares all of the tag, for reactions and names of authors change too; whoever edits or deletes
 * compares the version, so that a reaction does not stand in the way.
 */
final class MessageTag {
  private static final String DELETED = "deleted";
  private static final int LENGTH = 22; // characters of base64url: 132 bits

  private MessageTag() {}

  static String version(MessageView message) {
    return version(message.text());
  }

  /**
   * Whether a change may be made to a message.
   *
   * @param expected what it was made for; a tag that is a number alone is the message's rev, as
   *     frames on the socket tell it
   */
  static boolean fits(EntityTags expected, Message message) {
    String rev = Long.toString(message.rev());
    String version = version(message.text());
    return expected.nameVersion(version) || expected.nameAny(rev::equals);
  }

  private static String version(@Nullable String text) {
    return text == null ? DELETED : Secrets.hash(text).substring(0, LENGTH);
  }
}
