package dev.parley.realtime;

import dev.parley.platform.InvalidInputException;
import dev.parley.platform.Json;
import dev.parley.platform.MalformedJsonException;
import dev.parley.platform.Problem;
import dev.parley.platform.ProblemException;
import dev.parley.platform.ProblemType;
import dev.parley.platform.Problems;
import dev.parley.platform.RequestTroubles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads what comes in on a socket: the one place that parses frames and answers them. */
@ApplicationScoped
public class FrameReader {
  static final int MAX_BAD_FRAMES = 10;
  static final int MAX_IN_FLIGHT = 32;

  private static final int OK = 200; // as HTTP would answer
  private static final int OUR_FAULT = 500;

  /** As much of a frame as its refusal needs. */
  private record FrameId(@Nullable Long id) {}

  @Inject Greeter greeter;
  @Inject Commands commands;
  @Inject RequestTroubles troubles;

  /** Takes in a part of a frame, and with the last one the frame. */
  void read(Connection connection, String part, boolean last) {
    connection.pulse().received(Monotonic.millis());
    FrameParts parts = connection.parts();
    int most = connection.isGreeted() ? ClientFrame.MAX_BYTES : ClientFrame.MAX_BYTES_BEFORE_HELLO;
    if (!parts.add(part, most)) {
      connection.close(Closing.TOO_LARGE);
    } else if (last) {
      read(connection, parts.take());
    }
  }

  private void read(Connection connection, String text) {
    try {
      run(connection, Json.read(text, ClientFrame.class));
    } catch (MalformedJsonException e) {
      refuseBad(connection, idIn(text), e);
    }
  }

  /** The id in a frame of which another field could not be read; else null. */
  private static @Nullable Long idIn(String text) {
    try {
      return Json.read(text, FrameId.class).id();
    } catch (MalformedJsonException e) {
      return null; // not even that: the refusal goes without an id
    }
  }

  private void run(Connection connection, ClientFrame frame) {
    boolean hello = "hello".equals(frame.op());
    if (!hello && !connection.isGreeted()) {
      connection.close(Closing.NOT_SIGNED_IN);
    } else if (hello) {
      hello(connection, frame);
    } else if (!"pong".equals(frame.op())) {
      answer(connection, frame);
    }
  }

  private void hello(Connection connection, ClientFrame frame) {
    long begin = System.nanoTime();
    try {
      Greeter.require(frame);
      if (connection.greet()) {
        greeter.greet(connection, frame);
        connection.good();
        tellIfSlow(frame, since(begin));
      } else {
        refuseBad(
            connection,
            frame.id(),
            new ProblemException(ProblemType.BAD_REQUEST, "Say hello once."));
      }
    } catch (InvalidInputException e) {
      refuseBad(connection, frame.id(), e);
    } catch (RuntimeException e) {
      Problem problem = Problems.of(e);
      troubles.note(named(frame), problem.status(), since(begin));
      connection.reply(Reply.err(frame.id(), problem));
      connection.close(Closing.RESTARTING);
    }
  }

  private void answer(Connection connection, ClientFrame frame) {
    long begin = System.nanoTime();
    try {
      if (connection.begin() > MAX_IN_FLIGHT) {
        connection.end();
        throw new ProblemException(
            Problem.of(ProblemType.TOO_MANY_REQUESTS, "Wait for some of the answers first.")
                .retryAfter(Duration.ofMillis(100).toMillis()));
      }
      start(connection, frame, begin);
    } catch (UnknownOperationException e) {
      refuseBad(connection, frame.id(), e);
    } catch (RuntimeException e) {
      refuse(connection, frame, begin, e);
    }
  }

  private void start(Connection connection, ClientFrame frame, long begin) {
    boolean started = false;
    try {
      commands
          .run(connection, frame)
          .whenComplete((answer, failure) -> finish(connection, frame, begin, answer, failure));
      started = true;
      connection.good();
    } finally {
      if (!started) {
        connection.end();
      }
    }
  }

  private void finish(
      Connection connection,
      ClientFrame frame,
      long begin,
      @Nullable Object answer,
      @Nullable Throwable failure) {
    connection.end();
    if (failure != null) {
      refuse(connection, frame, begin, failure);
      return;
    }
    tellIfSlow(frame, since(begin));
    if (frame.id() != null && answer != null) {
      connection.reply(Reply.ok(frame.id(), answer));
    }
  }

  private void refuse(Connection connection, ClientFrame frame, long begin, Throwable failure) {
    Problem problem = Problems.of(failure);
    if (problem.status() >= OUR_FAULT) {
      troubles.note(named(frame), problem.status(), since(begin));
    }
    refuse(connection, frame.id(), problem);
  }

  private void tellIfSlow(ClientFrame frame, Duration took) {
    if (troubles.isSlow(took)) {
      troubles.note(named(frame), OK, took);
    }
  }

  /** Its operation, which is one that there is, and its room. */
  private static String named(ClientFrame frame) {
    Long room = frame.room();
    return "socket " + frame.op() + (room == null ? "" : " in room " + room);
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static void refuse(Connection connection, @Nullable Long id, Problem problem) {
    connection.reply(Reply.err(id, problem));
  }

  /** A frame that is not of the protocol: ten in a row are no mistake any more. */
  private static void refuseBad(
      Connection connection, @Nullable Long id, ProblemException refusal) {
    refuse(connection, id, refusal.problem());
    if (connection.bad() >= MAX_BAD_FRAMES) {
      connection.close(Closing.BAD_FRAMES);
    }
  }
}
