package dev.parley.room;

import dev.parley.platform.EntityTags;

/**
 * The version in the entity tag of a room, {@code "head.hash"}: the rev of its head. A reader
 * compares all of the tag, a writer of the head the version only, so that a message does not stand
 * in the way of a new name.
 */
public final class RoomTag {
  private RoomTag() {}

  /**
   * The version of an answer.
   *
   * @param metaRev the rev of the head, read no later than the answer
   */
  public static String version(long metaRev) {
    return Long.toString(metaRev);
  }

  /** Whether a change of the head may be made that was made for these tags. */
  static boolean fits(EntityTags expected, long metaRev) {
    return expected.nameVersion(version(metaRev));
  }
}
