package dev.parley.realtime;

import dev.parley.platform.RateLimit;
import dev.parley.realtime.ServerFrames.ReadFrame;
import dev.parley.realtime.ServerFrames.UserFrame;
import dev.parley.room.ReadMoved;
import dev.parley.session.SessionsEnded;
import dev.parley.user.Person;
import dev.parley.user.UserRenamed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;

/** Tells someone's own connections what concerns them alone, but for their list of rooms. */
@ApplicationScoped
public class PersonalNews {
  @Inject Connections connections;
  @Inject RoomFeeds feeds;

  private final RateLimit perRoom = RateLimit.perSecond(1, 1); // for each person and room

  void read(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReadMoved marker) {
    var frame =
        WireText.frame(new ReadFrame("read", marker.roomId(), marker.userId(), marker.seq()));
    tell(marker.userId(), frame);
    if (marker.small() && perRoom.tryTake(List.of(marker.userId(), marker.roomId()))) {
      feeds.whisper(marker.roomId(), marker.userId(), frame);
    }
  }

  void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded ended) {
    connections.of(ended.userId()).stream()
        .filter(connection -> ended.sessionIds().contains(connection.sessionId()))
        .forEach(connection -> connection.close(Closing.NOT_SIGNED_IN));
  }

  void renamed(@Observes(during = TransactionPhase.AFTER_SUCCESS) UserRenamed renamed) {
    tellName(renamed.user());
  }

  /** Names stand in every room, so everyone hears of it. */
  void tellName(Person user) {
    var frame = WireText.frame(new UserFrame("user", user));
    connections.all().forEach(connection -> connection.tell(frame));
  }

  private void tell(long userId, WireText frame) {
    connections.of(userId).forEach(connection -> connection.tell(frame));
  }
}
