package dev.parley.realtime;

import dev.parley.message.ChangeQueries;
import dev.parley.message.MessageHistory;
import dev.parley.message.MessageView;
import dev.parley.message.MessageWriter;
import dev.parley.message.NewMessage;
import dev.parley.message.Outcome;
import dev.parley.message.Outcome.Posted;
import dev.parley.message.Outcome.Refused;
import dev.parley.message.Outcome.Repeated;
import dev.parley.message.Span;
import dev.parley.platform.Inputs;
import dev.parley.platform.InvalidInputException;
import dev.parley.platform.PageRequest;
import dev.parley.platform.ProblemException;
import dev.parley.room.ReadMarkers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Carries out what clients ask on the socket. Each operation is a call that HTTP has too. */
@ApplicationScoped
public class Commands {
  @Inject MessageWriter writer;
  @Inject MessageHistory history;
  @Inject ChangeQueries changes;
  @Inject ReadMarkers markers;

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

  /**
   * Carries out one frame.
   *
   * @return the answer, at once or when it is there
   * @throws ProblemException if the frame is refused
   */
  CompletionStage<?> run(long userId, ClientFrame frame) {
    return switch (frame.op() == null ? "" : frame.op()) {
      case "send" -> send(userId, frame);
      case "read" -> now(read(userId, frame));
      case "sync" -> now(changes.since(userId, frame.roomId(), rev(frame)));
      case "history" -> now(history.page(userId, frame.roomId(), span(frame)));
      default -> throw new UnknownOperationException();
    };
  }

  private CompletionStage<Sent> send(long userId, ClientFrame frame) {
    if (frame.text() == null) {
      throw new InvalidInputException("text", "not_null", "must not be null");
    }
    var message = Inputs.checked(new NewMessage(frame.text(), frame.cid(), frame.replyTo()));
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

  private Map<String, Object> read(long userId, ClientFrame frame) {
    markers.read(userId, frame.roomId(), frame.messageSeq());
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
