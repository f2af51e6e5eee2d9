package dev.parley.platform;

import dev.parley.testing.TestDatabase;

/** Ids for services that are tested without a server. */
public final class IdsOf {
  private IdsOf() {}

  public static NewIds database(TestDatabase database) {
    var ids = new NewIds();
    ids.source = new IdRanges();
    ids.source.entities = database.entities();
    return ids;
  }
}
