package dev.parley.platform;

/**
 * How much one account may do; 0 is no limit. Rates are counted on each node by itself, and by
 * account, so that nobody else is held up.
 *
 * @param changesPerSecond edits, deletions and reactions, with bursts of three times as many; read
 *     markers the same once more
 * @param searchesPerSecond questions for people and rooms by name, with bursts of three times as
 *     many
 * @param ticketsPerMinute tickets for sockets
 * @param roomsCreated rooms made in a day
 * @param roomsJoined rooms that one is in at once
 * @param membershipChanges people put into rooms, oneself among them, taken out of them, or given
 *     another role, in an hour
 * @param renames new display names, and new names, descriptions and ends of rooms, in an hour
 * @param links invitations and links for new passwords, in an hour
 * @param sessions sessions at once
 */
public record AccountLimits(
    int changesPerSecond,
    int searchesPerSecond,
    int ticketsPerMinute,
    int roomsCreated,
    int roomsJoined,
    int membershipChanges,
    int renames,
    int links,
    int sessions) {
  static AccountLimits read(ConfigKeys keys) {
    return new AccountLimits(
        read(keys, "changes-per-second", 10),
        read(keys, "searches-per-second", 10),
        read(keys, "tickets-per-minute", 120),
        read(keys, "rooms-created", 1_000),
        read(keys, "rooms-joined", 5_000),
        read(keys, "membership-changes", 2_000),
        read(keys, "renames", 100),
        read(keys, "links", 200),
        read(keys, "sessions", 100));
  }

  private static int read(ConfigKeys keys, String name, int normal) {
    return keys.number("parley.limits." + name, normal, 1_000_000);
  }
}
