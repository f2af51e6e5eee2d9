package dev.parley.ui;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A key as other keyboards and input methods tell it, which the robot's American keyboard cannot
 * press. It goes to whatever has the focus.
 *
 * @param init what <a href="https://w3c.github.io/uievents/">UI Events</a> calls {@code
 *     KeyboardEventInit}
 */
record KeyPress(Map<String, Object> init) {
  private static final String TELL =
      """
      (init) => document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))
      """;

  static KeyPress of(String key, String code) {
    return new KeyPress(Map.of("key", key, "code", code));
  }

  /** One that an input method has; Safari tells it by the key code alone. */
  static KeyPress composing(String key) {
    return new KeyPress(Map.of("key", key, "keyCode", 229));
  }

  /** With a modifier such as {@code ctrlKey} or {@code modifierAltGraph}. */
  KeyPress with(String... modifiers) {
    var more = new LinkedHashMap<>(init);
    for (String modifier : modifiers) {
      more.put(modifier, true);
    }
    return new KeyPress(more);
  }

  /** Answers whether nobody has taken it. */
  boolean in(Page page) {
    return (boolean) page.evaluate(TELL, init);
  }
}
