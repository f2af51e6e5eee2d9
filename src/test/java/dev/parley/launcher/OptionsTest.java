package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @ParameterizedTest
  @ValueSource(strings = {"--rootdir", "--rootDir", "--unpackdir", "--nested"})
  void aPlaceOfItsOwnIsRefusedInOneLine(String option) {
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> Options.refuseUnfit("--port", "9090", option, "/srv/x"))
        .withMessageContaining(option.toLowerCase(Locale.ROOT))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void othersAreTaken() {
    assertThatNoException()
        .isThrownBy(() -> Options.refuseUnfit("--port", "9090", "--addLibs", "x.jar"));
    assertThat(Options.haveOtherTask("--Version")).isTrue();
    assertThat(Options.haveOtherTask("--port", "9090")).isFalse();
  }
}
