package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void theLineBreakAtTheEndIsNoPartOfIt(String end) throws IOException {
    Files.writeString(file, " pässword " + end);
    assertThat(SecretFile.read(file.toString())).isEqualTo(" pässword ");
  }

  @Test
  void aLinkAsKubernetesMountsItIsFollowed() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Files.writeString(file, "one"));
    assertThat(SecretFile.read(link.toString())).isEqualTo("one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "two\nlines", "two\n\n", "nul\u0000"})
  void aFileThatHoldsNoSingleLineIsRefused(String content) throws IOException {
    Files.writeString(file, content);
    assertRefused(file.toString());
  }

  @Test
  void aFileHoldsAsMuchAsIsDocumentedAndNoMore() throws IOException {
    Files.writeString(file, "x".repeat(SecretFile.MAX_BYTES));
    assertThat(SecretFile.read(file.toString())).hasSize(SecretFile.MAX_BYTES);
    Files.writeString(file, "x".repeat(SecretFile.MAX_BYTES + 1));
    assertRefused(file.toString());
  }

  @Test
  void whatIsNoTextIsRefused() throws IOException {
    Files.write(file, "ü".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(file.toString());
  }

  @Test
  void whatIsNoFileIsRefused() {
    assertRefused(file.toString());
    assertRefused(folder.toString());
    assertRefused("/dev/zero");
    assertRefused("\u0000");
  }

  private static void assertRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SecretFile.read(name))
        .withMessageStartingWith("a file")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret\"", "x".repeat(8)));
  }
}
