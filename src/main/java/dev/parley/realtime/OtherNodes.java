package dev.parley.realtime;

import dev.parley.cluster.Cluster;
import dev.parley.cluster.Heard;
import dev.parley.cluster.Hint;
import dev.parley.presence.SmallRooms;
import dev.parley.room.ReadMoved;
import dev.parley.room.RoomAdvanced;
import dev.parley.room.RoomListChanged;
import dev.parley.session.SessionsEnded;
import dev.parley.user.UserRenamed;
import dev.parley.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Hints to the other nodes of what was committed here, and what becomes of theirs. A hint that is
 * lost is a delay: the {@link RegularLook} finds what it was about.
 */
@ApplicationScoped
public class OtherNodes {
  @Inject Cluster cluster;
  @Inject Clockwork clockwork;
  @Inject RoomFeeds feeds;
  @Inject PersonalFeeds people;
  @Inject PersonalNews news;
  @Inject PresenceNews presence;
  @Inject SmallRooms small;
  @Inject UserService users;

  void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomAdvanced advance) {
    cluster.tell(new Hint.Room(advance.roomId(), advance.upTo()));
  }

  void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomListChanged change) {
    cluster.tell(new Hint.Person(change.userId(), change.userRev()));
  }

  void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded ended) {
    cluster.tell(new Hint.Person(ended.userId(), ended.userRev()));
  }

  void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) UserRenamed renamed) {
    cluster.tell(new Hint.Renamed(renamed.user().id()));
  }

  void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReadMoved marker) {
    cluster.tell(new Hint.Read(marker.roomId(), marker.userId(), marker.seq()));
  }

  /** Looks at what a hint is about: not on the thread that brought it, where it takes a while. */
  void hear(@Observes Heard heard) {
    if (heard.hint() instanceof Hint.Room room) {
      feeds.seen(room.roomId(), room.rev());
    } else if (heard.hint() instanceof Hint.Typing typing) {
      feeds.typing(typing.roomId(), typing.userId());
    } else {
      clockwork.run(() -> look(heard.hint()), 0);
    }
  }

  private void look(Hint hint) {
    if (hint instanceof Hint.Person person) {
      people.look(person.userId(), person.rev());
      presence.moved(person.userId());
    } else if (hint instanceof Hint.Renamed renamed) {
      users.people(List.of(renamed.userId())).values().forEach(news::tellName);
    } else if (hint instanceof Hint.Read read) {
      boolean told = !small.among(List.of(read.roomId())).isEmpty();
      news.read(new ReadMoved(read.roomId(), read.userId(), read.seq(), told));
    }
  }
}
