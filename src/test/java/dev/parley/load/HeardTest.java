package dev.parley.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeardTest {
  private final Heard heard = new Heard(2);

  @Test
  void countsWhatIsNewOfEachWriter() {
    hear(0, 1, 2, 3);
    hear(1, 1, 2);
    assertThat(heard.fresh()).isEqualTo(5);
    assertThat(heard.doubled()).isZero();
    assertThat(heard.late()).isZero();
  }

  @Test
  void whatComesAgainIsDoubled() {
    hear(0, 1, 2, 2, 1);
    assertThat(heard.fresh()).isEqualTo(2);
    assertThat(heard.doubled()).isEqualTo(2);
  }

  @Test
  void whatComesAfterALaterOneIsLateAndNotLost() {
    hear(0, 1, 3, 2, 4);
    assertThat(heard.fresh()).isEqualTo(4);
    assertThat(heard.late()).isEqualTo(1);
    assertThat(heard.doubled()).isZero();
  }

  @Test
  void twoWhoHearTheSameInAnotherOrderAreToldApart() {
    var other = new Heard(2);
    hear(0, 1);
    hear(1, 1);
    other.hear(1, 1);
    other.hear(0, 1);
    assertThat(heard.order()).isNotEqualTo(other.order());
  }

  private void hear(int writer, int... numbers) {
    for (int number : numbers) {
      heard.hear(writer, number);
    }
  }
}
