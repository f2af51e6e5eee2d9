package dev.parley.room;

import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.ProviderSettings;
import dev.parley.platform.Settings;
import dev.parley.session.GroupsTold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps people in the rooms of their groups at the identity provider, and takes them out when they
 * leave the group. Who is in a room for another reason stays. Thread-safe.
 */
@ApplicationScoped
@AgainAfterDeadlock
public class GroupRooms {
  private static final Logger LOG = System.getLogger(GroupRooms.class.getName());

  @Inject MemberService members;
  @Inject GroupRoomQueries rooms;
  @Inject Settings settings;
  private final Set<String> missed = ConcurrentHashMap.newKeySet();

  void follow(@Observes GroupsTold told) {
    Set<Long> wanted = wanted(told.groups());
    Set<Long> present = rooms.byGroup(told.userId());
    wanted.stream()
        .filter(room -> !present.contains(room))
        .forEach(room -> members.addByGroup(room, told.userId()));
    present.stream()
        .filter(room -> !wanted.contains(room))
        .forEach(room -> members.removeByGroup(room, told.userId()));
  }

  private Set<Long> wanted(Set<String> groups) {
    Map<String, Set<String>> roomsOfGroups =
        settings.provider().map(ProviderSettings::roomsOfGroups).orElse(Map.of());
    var wanted = new TreeSet<Long>();
    for (String group : groups) {
      for (String room : roomsOfGroups.getOrDefault(group, Set.of())) {
        find(room).ifPresent(wanted::add);
      }
    }
    return wanted;
  }

  private Optional<Long> find(String room) {
    Optional<Long> id = rooms.find(room);
    if (id.isEmpty() && missed.add(room)) {
      LOG.log(Level.WARNING, "parley.oidc.rooms names a room that is not there: " + room);
    }
    return id;
  }
}
