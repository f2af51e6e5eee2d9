package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFolderTest {
  private static final Map<String, String> CONTENT =
      Map.of(
          "MICRO-INF/runtime/a.jar", "a",
          "MICRO-INF/runtime/__b_ra.rar", "b",
          "MICRO-INF/lib/c.jar", "c",
          "MICRO-INF/domain/domain.xml", "d",
          "MICRO-INF/runtime/../../../out.jar", "e");

  @TempDir Path folder;

  @Test
  void theLibrariesAreUnpackedAndNothingElse() throws IOException {
    var libraries = libraries(jar(CONTENT));
    assertThat(names(libraries.folder().resolve("runtime")))
        .containsExactlyInAnyOrder("a.jar", "__b_ra.rar", "c.jar");
    assertThat(libraries.places())
        .extracting(URL::getPath)
        .first()
        .asString()
        .endsWith("/runtime/");
    assertThat(libraries.places()).hasSize(4);
    assertThat(folder.resolve("out.jar")).doesNotExist();
  }

  @Test
  void theNextStartFindsThem() throws IOException {
    Path jar = jar(CONTENT);
    Path first = libraries(jar).folder().resolve("runtime/a.jar");
    Object file = keyOf(first);
    assertThat(libraries(jar).folder().resolve("runtime/a.jar")).isEqualTo(first);
    assertThat(keyOf(first)).as("the same file").isEqualTo(file);
  }

  @Test
  void whatSomeoneHasCleanedUpIsUnpackedAgain() throws IOException {
    Path jar = jar(CONTENT);
    Path library = libraries(jar).folder().resolve("runtime/a.jar");
    Files.delete(library);
    libraries(jar);
    assertThat(library).hasContent("a");
    Files.writeString(library, ""); // as a power cut leaves it
    libraries(jar);
    assertThat(library).hasContent("a");
  }

  @Test
  void aStartThatWasCutOffLeavesNothingBehind() throws IOException {
    Path jar = jar(CONTENT);
    Path version = libraries(jar).folder();
    Path partial = version.resolveSibling(version.getFileName() + ".partial");
    Files.move(version, partial);
    assertThat(libraries(jar).folder()).isEqualTo(version);
    assertThat(partial).doesNotExist();
  }

  @Test
  void otherVersionsAreRemoved() throws IOException {
    Path old = libraries(jar(Map.of("MICRO-INF/lib/c.jar", "older"))).folder();
    Path now = libraries(jar(CONTENT)).folder();
    assertThat(old).isNotEqualTo(now).doesNotExist();
    assertThat(names(now.getParent()))
        .containsExactlyInAnyOrder(now.getFileName().toString(), "instance", "tmp");
  }

  @Test
  void whatTheLastRunLeftIsGone() throws IOException {
    Path left = ServerFolder.in(folder).instance().resolve("config/domain.xml");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "with a pool that is there already");
    assertThat(ServerFolder.in(folder).instance()).isEmptyDirectory();
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws IOException {
    Files.writeString(folder.resolve("server"), "a file");
    assertThatExceptionOfType(DataFolderException.class)
        .isThrownBy(() -> ServerFolder.in(folder))
        .withMessageContaining(folder.toString());
  }

  private ServerFolder.Libraries libraries(Path jar) {
    return ServerFolder.in(folder).libraries(jar);
  }

  private Path jar(Map<String, String> content) throws IOException {
    Path jar = Files.createTempFile(folder, "parley", ".jar");
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (var entry : new TreeMap<>(content).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static Object keyOf(Path file) throws IOException {
    return Files.readAttributes(file, "*").get("fileKey");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
