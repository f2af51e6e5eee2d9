package dev.parley.launcher;

import static java.util.Map.entry;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Payara logs that an operator need not read: that a client sent nonsense or went away, and
 * failures that Parley reports itself, such as a database that is away.
 *
 * <p>Anyone could fill the log with the former, for the most part stack traces. A rule names both
 * the logger and what went wrong; all else that the same logger says is printed.
 */
final class KnownNoise {
  /** Decides who may see a path, before any filter of an application. */
  private static final String SECURITY =
      "javax.enterprise.system.container.web.com.sun.web.security";

  private static final String MIGRATIONS =
      "org.flywaydb.core.internal.sqlscript.DefaultSqlScriptExecutor";

  /** Hands out connections to the database; the logger's name goes on with the part that it is. */
  private static final String POOL = "javax.enterprise.resource.resourceadapter.com.sun.";

  private static final String TRANSACTIONS =
      "javax.enterprise.resource.jta.com.sun.enterprise.transaction";

  /** In the words of its loggers, of a connection that was not to be had, or is dead. */
  private static final Set<String> NO_CONNECTION =
      Set.of(
          "poolmgr.create_resource_error",
          "poolmgr.get_connection_failure",
          "jdbc.exc_get_conn",
          "jdbc.unable_to_set_client_info");

  /** Of a transaction whose connection the database has ended. */
  private static final Set<String> LOST_TRANSACTION =
      Set.of(
          "poolmgr.system_exception",
          "poolmgr.unexpected_exception",
          "enterprise_distributedtx.before_completion_excep",
          "enterprise_distributedtx.some_excep");

  /**
   * Why a transaction cannot begin or go on, in the pool's words where those keep the database's to
   * themselves, or only quote them.
   */
  private static final Set<String> NO_LONGER_A_CONNECTION =
      Set.of(
          "the physical connection is not usable",
          "jakarta.resource.spi.LocalTransactionException");

  private static final Map<String, Predicate<LogRecord>> RULES =
      Map.ofEntries(
          entry("jakarta.enterprise.web.core", KnownNoise::tellsOfAClient),
          entry(
              "jakarta.enterprise.web",
              text -> quotesABrokenConnection(text) || tellsOfAClient(text)),
          entry("org.glassfish.jersey.server.ServerRuntime$Responder", KnownNoise::tellsOfAClient),
          entry("org.glassfish.grizzly.filterchain.DefaultFilterChain", KnownNoise::tellsOfAClient),
          entry("org.glassfish.grizzly.http.HttpServerFilter", KnownNoise::tellsOfTwoLengths),
          entry("org.glassfish.grizzly.http2.Http2Session", KnownNoise::tellsOfAClient),
          entry("org.glassfish.tyrus.servlet.TyrusServletWriter", KnownNoise::tellsOfACut),
          entry("org.glassfish.tyrus.core.TyrusEndpointWrapper", KnownNoise::tellsOfALargeFrame),
          entry(SECURITY, text -> tellsOfAnEmptyRequest(text.getThrown()) || tellsOfAClient(text)),
          entry("jakarta.enterprise.ejb.container", KnownNoise::tellsOfTheDatabase),
          entry(POOL + "enterprise.resource.allocator", KnownNoise::tellsOfNoConnection),
          entry(POOL + "enterprise.resource", KnownNoise::tellsOfALostTransaction),
          entry(POOL + "enterprise.resource.rm", KnownNoise::tellsOfALostTransaction),
          entry(TRANSACTIONS, KnownNoise::tellsOfALostTransaction),
          entry(POOL + "enterprise.connectors", KnownNoise::tellsOfNoConnection),
          entry(POOL + "gjc.spi", KnownNoise::tellsOfNoConnection),
          entry(POOL + "gjc.spi.jdbc40", KnownNoise::tellsOfNoConnection),
          entry(MIGRATIONS, KnownNoise::tellsOfAnEmptyTable),
          entry("org.jboss.weld.Servlet", KnownNoise::tellsOfARequestEndedTwice),
          entry("org.jboss.weld.Context", KnownNoise::tellsOfARequestEndedTwice),
          entry("org.jboss.weld.Conversation", KnownNoise::tellsOfARequestEndedTwice));

  /** Reads and writes requests; its input and output errors are those of connections. */
  private static final String GRIZZLY = "org.glassfish.grizzly.";

  /** Where a chunk without a length is found out. */
  private static final String READER_OF_CHUNKS = GRIZZLY + "http.ChunkedTransferEncoding";

  /** Where a request without a host is found out: one that is over already has none. */
  private static final String FINDER_OF_HOSTS = GRIZZLY + "http.server.util.Mapper";

  /** Hands a request on to applications. */
  private static final String CONNECTOR = "org.apache.catalina.connector.";

  /** How the container writes an exception into its text instead of handing it on. */
  private static final Pattern BROKEN_CONNECTION =
      Pattern.compile(
          "\\Rjava\\.io\\.IOException: .*\\R\\s+at org\\.glassfish\\.grizzly\\."
              + "|\\Rjava\\.lang\\.NullPointerException: .*"
              + "\\R\\s+at org\\.(glassfish\\.grizzly|apache\\.catalina\\.connector)\\.");

  /** "A system exception occurred during an invocation": the next record has the exception. */
  private static final String EXCEPTION_FOLLOWS = "AS-EJB-00056";

  /**
   * Where an access log is kept, Payara tells CDI of the end of an asynchronous request twice, and
   * not on the thread that began it; the next request there begins anew.
   */
  private static final Pattern ENDED_TWICE = Pattern.compile("WELD-000(714|715|225|335): ");

  private KnownNoise() {}

  /** Whether nobody needs to read this. */
  static boolean covers(LogRecord text) {
    String logger = text.getLoggerName();
    return logger != null && RULES.getOrDefault(logger, none -> false).test(text);
  }

  private static boolean tellsOfAClient(LogRecord text) {
    return causes(text.getThrown()).anyMatch(KnownNoise::isOfAClient);
  }

  private static boolean isOfAClient(Throwable failure) {
    String place = place(failure);
    return READER_OF_CHUNKS.equals(place)
        || FINDER_OF_HOSTS.equals(place)
        || (failure instanceof IOException && place.startsWith(GRIZZLY))
        || (failure instanceof NullPointerException && isEmptiedAtTheEnd(place));
  }

  /** A request that is over already, since its connection is, turns out to be empty there. */
  private static boolean isEmptiedAtTheEnd(String place) {
    return place.startsWith(GRIZZLY) || place.startsWith(CONNECTOR);
  }

  /** The request was over, and its path gone, before anyone asked who may see that. */
  private static boolean tellsOfAnEmptyRequest(@Nullable Throwable thrown) {
    return thrown instanceof NullPointerException
        && place(thrown).equals("com.sun.web.security.RealmAdapter");
  }

  private static boolean quotesABrokenConnection(LogRecord text) {
    return BROKEN_CONNECTION.matcher(message(text)).find();
  }

  private static boolean tellsOfTwoLengths(LogRecord text) {
    return message(text).startsWith("Can't use both headers Content-Length and Transfer-Encoding");
  }

  private static boolean tellsOfALargeFrame(LogRecord text) {
    return causes(text.getThrown()).map(Throwable::getMessage).anyMatch("Buffer overflow."::equals);
  }

  private static boolean tellsOfARequestEndedTwice(LogRecord text) {
    return ENDED_TWICE.matcher(message(text)).lookingAt();
  }

  /** Derby warns of an update that finds nothing, as each does in a database that is new. */
  private static boolean tellsOfAnEmptyTable(LogRecord text) {
    return message(text).startsWith("DB: No row was found for ");
  }

  /** A socket was closed while a send was under way, such as that of a reader that stalls. */
  private static boolean tellsOfACut(LogRecord text) {
    return text.getThrown() instanceof CancellationException || tellsOfAClient(text);
  }

  /** Lost connections, deadlocks, names that are taken: whoever asked decides what it means. */
  private static boolean tellsOfTheDatabase(LogRecord text) {
    return message(text).equals(EXCEPTION_FOLLOWS) || isOfTheDatabase(text.getThrown());
  }

  private static boolean tellsOfNoConnection(LogRecord text) {
    return NO_CONNECTION.contains(message(text));
  }

  /** What is to be rolled back has ended with its connection. */
  private static boolean tellsOfALostTransaction(LogRecord text) {
    return LOST_TRANSACTION.contains(message(text)) && isOfTheDatabase(text.getThrown());
  }

  private static boolean isOfTheDatabase(@Nullable Throwable thrown) {
    return causes(thrown).anyMatch(cause -> cause instanceof SQLException || isEnded(cause));
  }

  private static boolean isEnded(Throwable cause) {
    String words = String.valueOf(cause.getMessage());
    return NO_LONGER_A_CONNECTION.stream().anyMatch(words::contains);
  }

  /** The outermost class that a failure was thrown in, the JDK's own left out. */
  private static String place(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .map(StackTraceElement::getClassName)
        .filter(name -> !name.startsWith("java.") && !name.startsWith("sun."))
        .findFirst()
        .map(name -> name.replaceFirst("\\$.*", ""))
        .orElse("");
  }

  private static Stream<Throwable> causes(@Nullable Throwable thrown) {
    return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause);
  }

  private static String message(LogRecord text) {
    return text.getMessage() == null ? "" : text.getMessage();
  }
}
