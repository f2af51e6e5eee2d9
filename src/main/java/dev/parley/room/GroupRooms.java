package dev.parley.room;

import static java.util.stream.Collectors.toCollection;

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
    Set<String> names = names(told.groups());
    Set<Long> wanted =
        names.stream().flatMap(name -> find(name).stream()).collect(toCollection(TreeSet::new));
    Set<Long> present = rooms.byGroup(told.userId());
    wanted.stream()
        .filter(room -> !present.contains(room))
        .forEach(room -> members.addByGroup(room, told.userId()));
    if (wanted.size() == names.size()) { // a room that is missed may be one of these, renamed
      present.stream()
          .filter(room -> !wanted.contains(room))
          .forEach(room -> members.removeByGroup(room, told.userId()));
    }
  }

  /** What the configuration calls the rooms of some groups. */
  private Set<String> names(Set<String> groups) {
    Map<String, Set<String>> roomsOfGroups =
        settings.provider().map(ProviderSettings::roomsOfGroups).orElse(Map.of());
    return groups.stream()
        .flatMap(group -> roomsOfGroups.getOrDefault(group, Set.of()).stream())
        .collect(toCollection(TreeSet::new));
  }

  private Optional<Long> find(String room) {
    Optional<Long> id = rooms.find(room);
    if (id.isEmpty() && missed.add(room)) {
      LOG.log(Level.WARNING, "parley.oidc.rooms names a room that is not there: " + room);
    }
    return id;
  }
}
