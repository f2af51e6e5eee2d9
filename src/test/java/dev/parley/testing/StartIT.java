package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Starting and stopping, as an operator sees it. */
class StartIT {
  @Test
  void comesBackOnItsDataAfterAStopAndAfterACrash() throws IOException {
    try (var server = ParleyServer.start(ServerOptions.defaults())) {
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
        assertThat(server.log().lines()).hasSize(4); // one line for each start, and the token
        assertThat(list(server.data())).contains("database", "derby.log");
      }
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

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
