package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFolderTest {
  @TempDir Path parent;

  @AfterEach
  void forget() {
    System.clearProperty("parley.data");
  }

  @Test
  void aNewOneIsItsOwnersAlone() throws IOException {
    assertThat(permissions(take(parent.resolve("new")))).isEqualTo("rwx------");
  }

  @ParameterizedTest
  @CsvSource({"rwxr-xr-x, rwxr-x---", "rwxrwxrwx, rwxrwx---", "rwx------, rwx------"})
  void oneThatIsThereIsClosedToOthersAndStaysOpenToItsGroup(String before, String after)
      throws IOException {
    Path folder = Files.createDirectory(parent.resolve("there"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(before));
    assertThat(permissions(take(folder))).isEqualTo(after);
  }

  private static Path take(Path folder) {
    System.setProperty("parley.data", folder.toString());
    return DataFolder.take();
  }

  private static String permissions(Path folder) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
  }
}
