package dev.parley.message;

import dev.parley.cluster.Cluster;
import dev.parley.message.Outcome.Refused;
import dev.parley.platform.InvalidInputException;
import dev.parley.platform.ProblemException;
import dev.parley.platform.RateLimit;
import dev.parley.platform.Settings;
import dev.parley.platform.UnavailableException;
import dev.parley.platform.Workers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * The one way of a message into the log, whichever way it was sent. Rooms are hashed to a few
 * lanes; what arrives in a lane while a commit is under way goes into the next one together.
 * Thread-safe.
 */
@ApplicationScoped
public class MessageWriter {
  private static final int LANES = 4;

  /** Where other nodes write too, and a lane writes one room after the other. */
  private static final int LANES_BESIDE_OTHERS = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration TOO_MANY = Duration.ofMillis(500);

  /**
   * Half of the server's threads: where commits are slow, the others go on with what needs none.
   */
  private static final int POSTS = 500;

  @Resource ManagedThreadFactory threads;
  @Inject MessageService messages;
  @Inject MessageTexts texts;
  @Inject Cluster cluster;
  @Inject Settings settings;

  private final Semaphore posts = new Semaphore(POSTS);
  private Optional<ExecutorService> workers = Optional.empty();
  private List<WriterLane> lanes = List.of();
  private RateLimit perUser = RateLimit.off();

  @PostConstruct
  void open() {
    boolean alone = cluster.isAlone();
    int count = alone ? LANES : LANES_BESIDE_OTHERS;
    ExecutorService executor = Workers.of(count, threads);
    workers = Optional.of(executor);
    lanes =
        IntStream.range(0, count)
            .mapToObj(i -> new WriterLane(messages, executor, !alone))
            .toList();
    int rate = settings.limits().messagesPerSecond();
    perUser = rate == 0 ? RateLimit.off() : RateLimit.perSecond(rate, 3 * rate);
  }

  @PreDestroy
  void close() {
    workers.ifPresent(ExecutorService::shutdown);
  }

  /**
   * Writes a message, and answers when it is stored.
   *
   * @throws InvalidInputException if the text is none, see {@link MessageTexts}
   * @throws dev.parley.platform.TooManyRequestsException if the author posts too fast
   * @throws UnavailableException if the lane is full
   */
  public CompletableFuture<Outcome> submit(long roomId, long authorId, NewMessage input) {
    perUser.take(authorId);
    String text = texts.of(input.text());
    String clientId = input.cid() == null ? UUID.randomUUID().toString() : input.cid();
    var draft = new Draft(roomId, authorId, clientId, text, input.replyTo());
    return lanes.get(Math.floorMod(Long.hashCode(roomId), lanes.size())).submit(draft);
  }

  /**
   * Writes a message and waits until it is stored.
   *
   * @return posted or repeated
   * @throws ProblemException if it was refused, or if it is not known within 10 s whether it is
   *     stored
   * @throws UnavailableException if 500 others wait
   */
  public Outcome post(long roomId, long authorId, NewMessage input) {
    if (!posts.tryAcquire()) {
      throw new UnavailableException(TOO_MANY);
    }
    try {
      return stored(submit(roomId, authorId, input));
    } finally {
      posts.release();
    }
  }

  private static Outcome stored(CompletableFuture<Outcome> submitted) {
    try {
      Outcome outcome = submitted.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (outcome instanceof Refused refused) {
        throw new ProblemException(refused.problem());
      }
      return outcome;
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (TimeoutException e) {
      throw new UnavailableException(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnavailableException(Duration.ofSeconds(1));
    }
  }
}
