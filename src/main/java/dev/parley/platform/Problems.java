package dev.parley.platform;

import jakarta.transaction.SystemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one place that tells which problem a failure is, and renders it. */
public final class Problems {
  private static final Logger LOG = System.getLogger(Problems.class.getName());
  private static final Duration BUSY = Duration.ofSeconds(1);

  /** While a database is away everyone who asks finds out. */
  private static final RateLimit LINES = RateLimit.perSecond(1, 1);

  /**
   * SQLSTATE classes of what passes: lost connections, deadlocks, a lack of resources, a database
   * that is being stopped, and its disk.
   */
  private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

  /**
   * PostgreSQL's word for a lock that was not to be had, a server that is not the one that writes,
   * and a transaction that stood still for too long.
   */
  private static final Set<String> ALSO_PASSING = Set.of("55P03", "25006", "25P03");

  private Problems() {}

  /** The problem that a failure is; one that is nobody's fault but ours is logged. */
  public static Problem of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException refusal) {
        return refusal.problem();
      }
      if (cause instanceof SQLException sql && mayGoThroughLater(sql)) {
        tell(sql.getSQLState() == null ? "no connection" : sql.getSQLState());
        return new UnavailableException(BUSY).problem();
      }
      if (cause instanceof SystemException) {
        tell("no transaction");
        return new UnavailableException(BUSY).problem();
      }
    }
    LOG.log(Level.ERROR, "A request failed.", failure);
    return Problem.of(ProblemType.INTERNAL, "This is not your fault. It has been logged.");
  }

  private static void tell(String state) {
    if (LINES.tryTake(state)) {
      LOG.log(Level.WARNING, "The database is busy or away: " + state);
    }
  }

  /**
   * Logs that something at work in the background has failed. That the database is busy or away is
   * no riddle, and needs no stack trace.
   *
   * @param sentence what goes without, with a full stop
   */
  public static void log(Logger log, Level level, String sentence, RuntimeException failure) {
    if (mayGoThroughLater(failure)) {
      log.log(level, sentence + " The database is busy or away.");
    } else {
      log.log(level, sentence, failure);
    }
  }

  /** Whether the database was busy or away: the same may go through later. */
  public static boolean mayGoThroughLater(Throwable failure) {
    return SqlFailures.caused(failure, Problems::mayGoThroughLater) || endedUnknown(failure);
  }

  /** The connection broke off while a transaction began or ended: what came of it is not known. */
  private static boolean endedUnknown(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(SystemException.class::isInstance);
  }

  /** The problem that belongs to a bare HTTP status. */
  public static Problem of(int status) {
    return switch (status) {
      case 401 -> Problem.of(ProblemType.UNAUTHORIZED, "Sign in, or refresh the token.");
      case 403 -> Problem.of(ProblemType.FORBIDDEN, "You may not do this.");
      case 404 -> new NotFoundException().problem();
      case 405, 501 -> // 501: a method that HTTP itself does not know
          Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This path has other methods; see Allow.");
      case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, "Answers are JSON.");
      case 408 -> Problem.of(ProblemType.REQUEST_TIMEOUT, "The request did not arrive in time.");
      case 412 ->
          Problem.of(ProblemType.PRECONDITION_FAILED, "Load it again and repeat your change.");
      case 413 ->
          Problem.of(ProblemType.TOO_LARGE, "The request is larger than what is read here.");
      case 415 ->
          Problem.of(
              ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send JSON with Content-Type: application/json.");
      case 503 -> new UnavailableException(BUSY).problem();
      default ->
          status < 500
              ? Problem.of(ProblemType.BAD_REQUEST, "The request is not one that can be answered.")
              : Problem.of(ProblemType.INTERNAL, "This is not your fault. It has been logged.");
    };
  }

  /** An HTTP answer with a problem. */
  public static Response response(Problem problem) {
    var response = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    Long wait = problem.retryAfterMs();
    if (wait != null) {
      response.header(HttpHeaders.RETRY_AFTER, seconds(wait));
    }
    if (problem.status() == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (problem.status() == 408) {
      response.header("Connection", "close"); // the rest of the body would be read as a request
    }
    return response.build();
  }

  private static long seconds(long millis) {
    return (millis + 999) / 1000;
  }

  /** Databases give a state; a server's pool that has no connection left gives none. */
  private static boolean mayGoThroughLater(SQLException sql) {
    @Nullable String state = sql.getSQLState();
    return sql instanceof SQLTransientException
        || state == null
        || ALSO_PASSING.contains(state)
        || (state.length() == 5 && PASSING.contains(state.substring(0, 2)));
  }
}
