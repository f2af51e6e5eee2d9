package dev.parley.testing;

import java.util.concurrent.ThreadLocalRandom;

/** Names that no other test uses, also not in another run on the same data. */
public final class Names {
  private Names() {}

  public static String unique() {
    return Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 45), 36);
  }
}
