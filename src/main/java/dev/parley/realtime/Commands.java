package dev.parley.realtime;

import dev.parley.cluster.Cluster;
import dev.parley.cluster.Hint;
import dev.parley.message.ChangeQueries;
import dev.parley.message.Emoji;
import dev.parley.message.MessageChanges;
import dev.parley.message.MessageHistory;
import dev.parley.message.MessageView;
import dev.parley.message.MessageWriter;
import dev.parley.message.NewMessage;
import dev.parley.message.Outcome;
import dev.parley.message.Outcome.Posted;
import dev.parley.message.Outcome.Refused;
import dev.parley.message.Outcome.Repeated;
import dev.parley.message.Span;
import dev.parley.platform.AgainAfterDeadlock;
import dev.parley.platform.Inputs;
import dev.parley.platform.InvalidInputException;
import dev.parley.platform.NotFoundException;
import dev.parley.platform.PageRequest;
import dev.parley.platform.ProblemException;
import dev.parley.platform.Problems;
import dev.parley.platform.RateLimit;
import dev.parley.room.ReadMarkers;
import dev.parley.room.RoomArchivedException;
import dev.parley.session.TicketService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Carries out what clients ask on the socket. Each operation is a call that HTTP has too. */
@ApplicationScoped
public class Commands {
  @Inject MessageWriter writer;
  @Inject MessageChanges changer;
  @Inject MessageHistory history;
  @Inject ChangeQueries changes;
  @Inject ReadMarkers markers;
  @Inject TicketService tickets;
  @Inject RoomFeeds feeds;
  @Inject Cluster cluster;

  private final RateLimit perRoom = RateLimit.perSecond(1, 1);

  /**
   * What the sender of a message is told.
   *
   * @param at when it was stored
   * @param dup whether it was stored by an earlier frame
   */
  record Sent(long seq, long rev, Instant at, boolean dup) {
    static Sent of(MessageView message, boolean dup) {
      return new Sent(message.seq(), message.rev(), message.at(), dup);
    }
  }

  /** What whoever changed a message is told: its number and that of the change. */
  record Changed(long seq, long rev) {
    static Changed of(MessageView message) {
      return new Changed(message.seq(), message.rev());
    }
  }

  /**
   * Carries out one frame.
   *
   * @return the answer, at once or when it is there
   * @throws ProblemException if the frame is refused
   */
  @AgainAfterDeadlock
  public CompletionStage<?> run(Connection connection, ClientFrame frame) {
    long userId = connection.userId();
    return switch (frame.op() == null ? "" : frame.op()) {
      case "send" -> send(userId, frame);
      case "edit" -> now(edit(userId, frame));
      case "delete" -> now(delete(userId, frame));
      case "react" -> now(react(userId, frame));
      case "read" -> now(read(userId, frame));
      case "typing" -> now(typing(connection, frame));
      case "auth" -> now(renew(connection, frame));
      case "sync" -> now(changes.since(userId, frame.roomId(), rev(frame)));
      case "history" -> now(history.page(userId, frame.roomId(), span(frame)));
      default -> throw new UnknownOperationException();
    };
  }

  private CompletionStage<Sent> send(long userId, ClientFrame frame) {
    String text = ClientFrame.required("text", frame.text());
    var message = Inputs.checked(new NewMessage(text, frame.cid(), frame.replyTo()));
    return writer.submit(frame.roomId(), userId, message).thenApply(Commands::sent);
  }

  private static Sent sent(Outcome outcome) {
    if (outcome instanceof Refused refused) {
      throw new ProblemException(refused.problem());
    }
    return outcome instanceof Posted posted
        ? Sent.of(posted.message(), false)
        : Sent.of(((Repeated) outcome).message(), true);
  }

  private Changed edit(long userId, ClientFrame frame) {
    String text = ClientFrame.required("text", frame.text());
    return Changed.of(
        changer.edit(userId, frame.roomId(), frame.messageSeq(), text, Optional.empty()));
  }

  private Map<String, Object> delete(long userId, ClientFrame frame) {
    changer.delete(userId, frame.roomId(), frame.messageSeq(), Optional.empty());
    return Map.of();
  }

  private Changed react(long userId, ClientFrame frame) {
    Emoji emoji = Emoji.of(ClientFrame.required("emoji", frame.emoji()));
    boolean on = !Boolean.FALSE.equals(frame.on());
    return Changed.of(changer.react(userId, frame.roomId(), frame.messageSeq(), emoji, on));
  }

  private Map<String, Object> read(long userId, ClientFrame frame) {
    markers.read(userId, frame.roomId(), frame.messageSeq());
    return Map.of();
  }

  /** At most one a second goes out for each person and room; more are passed over. */
  private Map<String, Object> typing(Connection connection, ClientFrame frame) {
    long room = frame.roomId();
    if (!feeds.hears(connection, room)) {
      throw new NotFoundException();
    }
    if (feeds.isArchived(room)) {
      throw new RoomArchivedException();
    }
    if (perRoom.tryTake(List.of(connection.userId(), room))) {
      feeds.typing(room, connection.userId());
      cluster.tell(new Hint.Typing(room, connection.userId()));
    }
    return Map.of();
  }

  private Map<String, Object> renew(Connection connection, ClientFrame frame) {
    connection.renew(
        tickets
            .redeem(ClientFrame.required("ticket", frame.ticket()))
            .filter(proof -> proof.userId() == connection.userId())
            .orElseThrow(() -> new ProblemException(Problems.of(401))));
    return Map.of();
  }

  private static OptionalLong rev(ClientFrame frame) {
    Long rev = frame.rev();
    if (rev != null && rev < 0) {
      throw new InvalidInputException("rev", "range", "must be a whole number from 0");
    }
    return rev == null ? OptionalLong.empty() : OptionalLong.of(rev);
  }

  private static Span span(ClientFrame frame) {
    Integer limit = frame.limit();
    int most =
        PageRequest.limit(limit == null ? null : limit.toString(), PageRequest.DEFAULT_LIMIT);
    return Span.of(frame.before(), frame.after(), frame.around(), most);
  }

  private static CompletionStage<?> now(Object answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
