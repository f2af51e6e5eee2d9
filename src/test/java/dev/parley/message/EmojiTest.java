package dev.parley.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ibm.icu.text.UnicodeSet;
import dev.parley.platform.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {
  private static final String SELECTOR = "\uFE0F";
  private static final Path CHOICE = Path.of("src/main/webapp/js/message/emoji.js");
  private static final Pattern CHOICE_LINE = Pattern.compile("(?m)^(\\P{ASCII}+) [a-z]");

  /** Each form of {@code emoji-test.txt}: some of the selectors are there, or none. */
  @Test
  void everyEmojiIsKnownInEachOfItsFormsAndStoredInOne() {
    int forms = 0;
    for (String emoji : new UnicodeSet("[:RGI_Emoji:]")) {
      for (String form : withFewerSelectors(emoji)) {
        assertThat(Emoji.of(form).text()).as(form).isEqualTo(emoji);
        forms++;
      }
    }
    assertThat(forms).isGreaterThan(5_000);
  }

  @ParameterizedTest
  @CsvSource({
    "\uD83D\uDC4D\uFE0F, \uD83D\uDC4D",
    "1\u20E3, 1\uFE0F\u20E3",
    "#\u20E3, #\uFE0F\u20E3",
    "\u2764, \u2764\uFE0F",
    "\u261D\uFE0F\uD83C\uDFFD, \u261D\uD83C\uDFFD",
    "\uD83C\uDFF3\u200D\uD83C\uDF08, \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
    "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08, \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
  })
  void whatIsShownAsAnEmojiIsStoredFullyQualified(String typed, String stored) {
    assertThat(Emoji.of(typed).text()).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "1",
        "1\uFE0F",
        "\uFE0F",
        "\u200D",
        "\u20E3",
        "\uD83C\uDDF8",
        "\uD83D\uDC4D\uD83D\uDC4D",
        "\uD83D\uDC4D ",
        "\u2764\uFE0E"
      })
  void whatIsNotShownAsOneEmojiIsRefused(String typed) {
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Emoji.of(typed));
  }

  /** The page finds one's own reaction by the form that is stored. */
  @Test
  void thePageOffersEmojiAsTheyAreStored() throws IOException {
    var offered =
        CHOICE_LINE.matcher(Files.readString(CHOICE)).results().map(line -> line.group(1)).toList();
    assertThat(offered).hasSizeGreaterThan(150);
    assertThat(offered).allSatisfy(emoji -> assertThat(Emoji.of(emoji).text()).isEqualTo(emoji));
  }

  private static List<String> withFewerSelectors(String emoji) {
    var forms = new ArrayList<>(List.of(""));
    for (String part : emoji.split("(?=" + SELECTOR + ")|(?<=" + SELECTOR + ")")) {
      var longer = new ArrayList<String>();
      for (String begun : forms) {
        longer.add(begun + part);
        if (part.equals(SELECTOR)) {
          longer.add(begun);
        }
      }
      forms = longer;
    }
    return forms;
  }
}
