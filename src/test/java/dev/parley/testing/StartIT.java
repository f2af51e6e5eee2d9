package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Starting and stopping, as an operator sees it. */
class StartIT {
  @Test
  void comesBackOnItsDataAfterAStopAndAfterACrash() throws IOException {
    try (var server = ParleyServer.start(besideOthers().with("parley.log.slow", "PT0S"))) {
      String library = library(server);
      Person ana = new People(server).ana();
      long room = ana.makesRoom();
      ana.says(room, "before the stop");
      server.stop();
      server.startAgain();
      ana.onAnotherDevice().says(room, "before the crash");
      server.kill();
      server.startAgain();
      JsonNode page =
          ana.onAnotherDevice().api().get("/api/chat/rooms/" + room + "/messages").json();
      assertThat(page.path("messages").findValuesAsText("text"))
          .containsExactly("before the stop", "before the crash");
      assertThat(server.log()).doesNotContain("\tat "); // no stack trace
      if (!ParleyServer.isWildFly()) {
        // at each start one line that it is ready, and one where the set-up token is
        assertThat(server.log().lines()).hasSize(6);
        assertThat(list(server.data())).contains("database", "derby.log");
        assertThat(library(server)).as("the file that was unpacked first").isEqualTo(library);
        assertThat(list(server.data().resolve("server"))).hasSize(3); // one version, and its own
        assertThat(server.data().resolve("server/tmp")).isNotEmptyDirectory();
      }
      Path token = SetUpToken.file(server.log());
      assertThat(permissions(token)).isEqualTo("rw-------");
      assertThat(server.log()).doesNotContain(SetUpToken.in(server.log()));
    }
  }

  @Test
  void aWrongSettingStopsTheStartWithOneLine() {
    var wrong = ServerOptions.defaults().with("parley.token.lifetime", "soon");
    var failed =
        catchThrowableOfType(ServerFailedException.class, () -> ParleyServer.start(wrong).close());
    assertThat(failed.exitCode()).isNotZero();
    assertThat(failed.log()).contains("parley.token.lifetime");
    if (!ParleyServer.isWildFly()) {
      assertThat(failed.log().lines()).hasSize(1);
    }
  }

  /** What would start a server that is open to all. */
  @Test
  void aTypingErrorInTheNameOfAKeyStopsTheStartWithOneLine() {
    var wrong =
        new ServerOptions(Map.of("PARLEY_REGISTRATON", "closed", "PARLEY_ULR", "x"), List.of());
    var failed =
        catchThrowableOfType(ServerFailedException.class, () -> ParleyServer.start(wrong).close());
    assertThat(failed.exitCode()).isNotZero();
    assertThat(failed.log())
        .contains("PARLEY_REGISTRATON (is PARLEY_REGISTRATION meant?)")
        .contains("PARLEY_ULR (is PARLEY_URL meant?)");
    if (!ParleyServer.isWildFly()) {
      assertThat(failed.log().lines()).hasSize(1);
    }
  }

  /** In a namespace of Kubernetes with services of the same name. */
  private static ServerOptions besideOthers() {
    return new ServerOptions(
        Map.of(
            "PARLEY_SERVICE_HOST", "10.0.0.7",
            "PARLEY_PORT", "tcp://10.0.0.7:8080",
            "PARLEY_PORT_8080_TCP_PROTO", "tcp",
            "PARLEY_DATABASE_SERVICE_PORT", "5432"),
        List.of());
  }

  /** Which file one of the server's libraries is. */
  private static String library(ParleyServer server) throws IOException {
    if (ParleyServer.isWildFly()) {
      return "";
    }
    try (Stream<Path> files = Files.walk(server.data().resolve("server"), 3)) {
      Path library =
          files.filter(file -> file.endsWith("runtime/glassfish.jar")).findFirst().orElseThrow();
      return String.valueOf(Files.readAttributes(library, "*").get("fileKey"));
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
