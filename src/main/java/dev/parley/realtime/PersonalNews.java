package dev.parley.realtime;

import dev.parley.realtime.ServerFrames.ReadFrame;
import dev.parley.realtime.ServerFrames.RoomsFrame;
import dev.parley.room.ReadMoved;
import dev.parley.room.RoomListChanged;
import dev.parley.session.SessionsEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Tells someone's own connections what concerns them alone. */
@ApplicationScoped
public class PersonalNews {
  @Inject Connections connections;

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoomListChanged change) {
    tell(change.userId(), RoomsFrame.of(change));
  }

  void read(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReadMoved marker) {
    tell(marker.userId(), new ReadFrame("read", marker.roomId(), marker.userId(), marker.seq()));
  }

  void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded ended) {
    connections.of(ended.userId()).stream()
        .filter(connection -> ended.sessionIds().contains(connection.sessionId()))
        .forEach(connection -> connection.close(Closing.NOT_SIGNED_IN));
  }

  private void tell(long userId, Object frame) {
    connections.of(userId).forEach(connection -> connection.tell(frame));
  }
}
