package dev.parley.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WakefulnessTest {
  private final Wakefulness node = new Wakefulness(0);

  @Test
  void whoeverTicksIsAwake() {
    node.tick(900);
    assertThat(node.isAwake(1_900)).isTrue();
  }

  @Test
  void whoeverStoodStillIsNotAwakeUntilTheDatabaseWasAsked() {
    assertThat(node.isAwake(1_001)).isFalse();
    node.tick(1_100);
    assertThat(node.isAwake(1_100)).isFalse();
    node.asked(1_101);
    assertThat(node.isAwake(1_102)).isTrue();
  }

  @Test
  void whatWasAskedBeforeItStoodStillIsTooOld() {
    node.tick(5_000);
    node.asked(4_999);
    assertThat(node.isAwake(5_001)).isFalse();
    node.asked(5_001);
    assertThat(node.isAwake(5_002)).isTrue();
  }
}
