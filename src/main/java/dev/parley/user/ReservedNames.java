package dev.parley.user;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that would pass for the server, its operators or everyone, also in look-alike forms. */
final class ReservedNames {
  private static final Set<String> KEYS =
      Stream.of(
              "abuse",
              "admin",
              "administrator",
              "all",
              "anonymous",
              "bot",
              "channel",
              "everybody",
              "everyone",
              "group",
              "guest",
              "help",
              "helpdesk",
              "here",
              "hostmaster",
              "info",
              "me",
              "moderator",
              "noreply",
              "no-reply",
              "nobody",
              "null",
              "online",
              "operator",
              "owner",
              "parley",
              "postmaster",
              "room",
              "root",
              "security",
              "server",
              "staff",
              "support",
              "sysadmin",
              "sysop",
              "system",
              "team",
              "undefined",
              "user",
              "webhook",
              "webmaster")
          .map(LookAlikes::fold)
          .collect(Collectors.toUnmodifiableSet());

  private ReservedNames() {}

  static boolean includes(String key) {
    return KEYS.contains(key);
  }
}
