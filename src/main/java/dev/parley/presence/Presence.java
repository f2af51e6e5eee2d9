package dev.parley.presence;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether someone is here. */
public enum Presence {
  @JsonProperty("online")
  ONLINE,
  @JsonProperty("offline")
  OFFLINE
}
