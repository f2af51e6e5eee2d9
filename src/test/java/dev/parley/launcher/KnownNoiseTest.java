package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownNoiseTest {
  private static final String CONTAINER = "jakarta.enterprise.web.core";
  private static final String ERROR_PAGES = "jakarta.enterprise.web";
  private static final String RESPONDER = "org.glassfish.jersey.server.ServerRuntime$Responder";
  private static final String HTTP_2 = "org.glassfish.grizzly.http2.Http2Session";
  private static final String CHAIN = "org.glassfish.grizzly.filterchain.DefaultFilterChain";
  private static final String SOCKETS = "org.glassfish.tyrus.core.TyrusEndpointWrapper";
  private static final String EJB = "jakarta.enterprise.ejb.container";
  private static final String CONNECTION = "org.glassfish.grizzly.nio.NIOConnection";

  @Test
  void aRequestThatCannotBeReadIsAClientsFault() {
    var chunk =
        thrownIn("org.glassfish.grizzly.http.ChunkedTransferEncoding", new RuntimeException());
    assertThat(isNoise(CHAIN, "GRIZZLY0013", chunk)).isTrue();
    assertThat(isNoise(CHAIN, "GRIZZLY0013", thrownIn("dev.parley.X", new RuntimeException())))
        .isFalse();
    assertThat(isNoise(CHAIN, "GRIZZLY0013", null)).isFalse();
  }

  @Test
  void aConnectionThatBreaksOffIsNoNews() {
    var broken = thrownIn(CONNECTION, new IOException("Connection is closed", new EOFException()));
    assertThat(isNoise(RESPONDER, "closing", new UncheckedIOException(broken))).isTrue();
    assertThat(isNoise(CONTAINER, "Servlet.service()", broken)).isTrue();
    assertThat(isNoise(CHAIN, "GRIZZLY0013", broken)).isTrue();
    assertThat(isNoise(HTTP_2, "Unable to write GOAWAY.", broken)).isTrue();
    assertThat(isNoise("dev.parley.platform.Problems", "A request failed.", broken)).isFalse();
  }

  @Test
  void aMigrationThatFindsNoRowsIsNoNews() {
    String migrations = "org.flywaydb.core.internal.sqlscript.DefaultSqlScriptExecutor";
    assertThat(isNoise(migrations, "DB: No row was found for FETCH, UPDATE", null)).isTrue();
    assertThat(isNoise(migrations, "DB: The statement was ignored", null)).isFalse();
  }

  @Test
  void aSendThatASocketsEndCutsOffIsNoNews() {
    String writer = "org.glassfish.tyrus.servlet.TyrusServletWriter";
    assertThat(isNoise(writer, "onError", new CancellationException())).isTrue();
    assertThat(isNoise(writer, "onError", new IllegalStateException())).isFalse();
  }

  @Test
  void aRequestThatEndsTwiceWhereAnAccessLogIsKeptIsNoNews() {
    assertThat(isNoise("org.jboss.weld.Servlet", "WELD-000715: guard not set", null)).isTrue();
    assertThat(isNoise("org.jboss.weld.Context", "WELD-000225: leak detected", null)).isTrue();
    assertThat(isNoise("org.jboss.weld.Servlet", "WELD-000711: something else", null)).isFalse();
  }

  @Test
  void aConnectionThatIsNotToBeHadIsReportedByParley() {
    String pool = "javax.enterprise.resource.resourceadapter.com.sun.enterprise.connectors";
    assertThat(isNoise(pool, "poolmgr.get_connection_failure", null)).isTrue();
    assertThat(isNoise(pool, "poolmgr.something_else", null)).isFalse();
    assertThat(isNoise("com.example", "poolmgr.get_connection_failure", null)).isFalse();
  }

  @Test
  void aConnectionThatTheDatabaseHasEndedIsLookedAfterByThePool() {
    String driver = "javax.enterprise.resource.resourceadapter.com.sun.gjc.spi.jdbc40";
    assertThat(isNoise(driver, "jdbc.unable_to_set_client_info", null)).isTrue();
    assertThat(isNoise(driver, "jdbc.something_else", null)).isFalse();
    String pool = "javax.enterprise.resource.resourceadapter.com.sun.enterprise.resource";
    var rollback = new IllegalStateException(new SQLException("This connection has been closed."));
    assertThat(isNoise(pool, "poolmgr.system_exception", rollback)).isTrue();
    assertThat(isNoise(pool, "poolmgr.system_exception", new IllegalStateException())).isFalse();
  }

  @Test
  void aTransactionWhoseConnectionTheDatabaseHasEndedIsReportedByParley() {
    String pool = "javax.enterprise.resource.resourceadapter.com.sun.enterprise.resource";
    String manager = "javax.enterprise.resource.jta.com.sun.enterprise.transaction";
    var ended =
        new IllegalStateException(
            "This Managed Connection is not valid as the physical connection is not usable");
    var failed = new IllegalStateException(new SQLException("This connection has been closed."));
    String before = "enterprise_distributedtx.before_completion_excep";
    assertThat(isNoise(manager, before, failed)).isTrue();
    assertThat(isNoise(manager, "enterprise_distributedtx.some_excep", ended)).isTrue();
    assertThat(isNoise(pool, "poolmgr.system_exception", ended)).isTrue();
    assertThat(isNoise(pool + ".rm", "poolmgr.unexpected_exception", ended)).isTrue();
    var quoted =
        new IllegalStateException(
            "Got exception during XAResource.start:",
            new XAException(
                "jakarta.resource.spi.LocalTransactionException: This connection has been closed."));
    assertThat(isNoise(pool + ".rm", "poolmgr.unexpected_exception", quoted)).isTrue();
    assertThat(isNoise(EJB, "", new IllegalStateException(ended))).isTrue();
    assertThat(isNoise(manager, before, new IllegalStateException())).isFalse();
    assertThat(isNoise(manager, "something else", failed)).isFalse();
  }

  @Test
  void aRequestThatIsOverBeforeItsAnswerIsNoNews() {
    var answer =
        thrownIn("org.apache.catalina.connector.OutputBuffer", new NullPointerException("null"));
    var end = thrownIn("org.glassfish.grizzly.attributes.Attribute", new NullPointerException());
    var body =
        thrownIn(
            "org.apache.catalina.connector.InputBuffer$ReadHandlerImpl",
            new NullPointerException());
    var path = thrownIn("org.glassfish.grizzly.http.util.URLDecoder", new NullPointerException());
    String security = "javax.enterprise.system.container.web.com.sun.web.security";
    var gone = thrownIn("com.sun.web.security.RealmAdapter", new NullPointerException());
    assertThat(isNoise(security, "excep_authenticate", gone)).isTrue();
    var empty = thrownIn("org.apache.catalina.connector.Request", new NullPointerException());
    assertThat(isNoise(security, "JASPIC: http msg authentication fail", empty)).isTrue();
    assertThat(isNoise(security, "excep_authenticate", new IllegalStateException())).isFalse();
    var host =
        thrownIn("org.glassfish.grizzly.http.server.util.Mapper", new Exception("Host is not set"));
    assertThat(isNoise("jakarta.enterprise.web.core", "An exception", host)).isTrue();
    assertThat(isNoise(CHAIN, "GRIZZLY0013", body)).isTrue();
    assertThat(isNoise(CHAIN, "GRIZZLY0013", path)).isTrue();
    assertThat(isNoise(ERROR_PAGES, "Servlet.service()", answer)).isTrue();
    assertThat(isNoise(CHAIN, "GRIZZLY0013", end)).isTrue();
    var ours = thrownIn("dev.parley.platform.ProblemPage", new NullPointerException());
    assertThat(isNoise(ERROR_PAGES, "Servlet.service()", ours)).isFalse();
    assertThat(isNoise("dev.parley.platform.Problems", "A request failed.", answer)).isFalse();
  }

  @Test
  void aConnectionIsOneOfAClientOnly() {
    var file = thrownIn("dev.parley.session.KeyFile", new IOException("No space left on device"));
    var defect = thrownIn(CONNECTION, new IllegalStateException("in the server itself"));
    assertThat(isNoise(RESPONDER, "closing", file)).isFalse();
    assertThat(isNoise(CHAIN, "GRIZZLY0013", defect)).isFalse();
  }

  @Test
  void aWriteThatFailsInTheJdkIsTheConnectionsToo() {
    var pipe = new IOException("Broken pipe");
    pipe.setStackTrace(
        new StackTraceElement[] {
          frame("sun.nio.ch.SocketDispatcher"), frame("java.nio.X"), frame(CONNECTION)
        });
    assertThat(isNoise(RESPONDER, "closing", pipe)).isTrue();
  }

  @Test
  void theErrorPageQuotesWhatBroke() {
    String page = "Valve@1: Exception Processing ErrorPage[errorCode=0, location=/problem]\n";
    String trace = "java.io.IOException: Connection is closed\n\tat ";
    assertThat(isNoise(ERROR_PAGES, page + trace + CONNECTION + ".assertOpen(:427)", null))
        .isTrue();
    assertThat(isNoise(ERROR_PAGES, page + trace + "dev.parley.platform.ProblemPage", null))
        .isFalse();
    assertThat(isNoise(ERROR_PAGES, page, null)).isFalse();
    String over = "Servlet.service() threw exception\njava.lang.NullPointerException: null\n\tat ";
    String output = "org.apache.catalina.connector.OutputBuffer.writeBytes(:335)";
    assertThat(isNoise(ERROR_PAGES, over + output, null)).isTrue();
    assertThat(isNoise(ERROR_PAGES, over + "dev.parley.platform.ProblemPage", null)).isFalse();
  }

  @Test
  void aFrameThatIsTooLargeIsNoNewsAndAnotherFailureOfASocketIs() {
    assertThat(isNoise(SOCKETS, "", new IllegalArgumentException("Buffer overflow."))).isTrue();
    assertThat(isNoise(SOCKETS, "", new IllegalArgumentException("something else"))).isFalse();
  }

  @Test
  void whatTheDatabaseRefusesIsToldByWhoeverAsked() {
    var taken = new IllegalStateException(new SQLException("a unique key", "23505"));
    assertThat(isNoise(EJB, "AS-EJB-00056", null)).isTrue();
    assertThat(isNoise(EJB, "", taken)).isTrue();
    assertThat(isNoise(EJB, "", new NullPointerException())).isFalse();
    assertThat(isNoise(EJB, "AS-EJB-00057", null)).isFalse();
  }

  @Test
  void anotherLoggerIsHeard() {
    var broken = thrownIn(CONNECTION, new IOException("Connection is closed"));
    assertThat(isNoise("org.example", "", broken)).isFalse();
    assertThat(isNoise(null, null, broken)).isFalse();
  }

  private static boolean isNoise(
      @Nullable String logger, @Nullable String message, @Nullable Throwable thrown) {
    var text = new LogRecord(Level.SEVERE, message);
    text.setLoggerName(logger);
    text.setThrown(thrown);
    return KnownNoise.covers(text);
  }

  private static <T extends Throwable> T thrownIn(String className, T failure) {
    failure.setStackTrace(new StackTraceElement[] {frame(className), frame("dev.parley.Any")});
    return failure;
  }

  private static StackTraceElement frame(String className) {
    return new StackTraceElement(className, "method", null, 1);
  }
}
