package dev.parley.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What someone sends who is to be the first administrator. */
public record SetUp(@NotNull @Size(max = 256) String setUpToken) {
  @Override
  public String toString() {
    return "SetUp[]"; // a token must not reach a log
  }
}
