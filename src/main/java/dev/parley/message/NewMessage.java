package dev.parley.message;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to post a message.
 *
 * @param text see {@link Draft}
 * @param cid chosen by the client, e.g. a UUIDv7 (RFC 9562), 1 to {@value #MAX_CID} visible
 *     characters of ASCII; the same author sending the same id to the same room again posts once
 * @param replyTo see {@link Draft}
 */
public record NewMessage(
    @NotNull String text,
    @Nullable @Size(min = 1, max = MAX_CID) @Pattern(regexp = VISIBLE_ASCII) String cid,
    @Nullable @Positive Long replyTo) {
  /** UTF-16 units; the database's column is as wide. */
  public static final int MAX_CID = 64;

  /** Databases do not agree whether texts are equal that differ in spaces at the end. */
  private static final String VISIBLE_ASCII = "[!-~]*";
}
