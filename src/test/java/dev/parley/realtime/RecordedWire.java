package dev.parley.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A wire that sends at once and remembers everything. */
final class RecordedWire implements Wire {
  private final List<String> frames = new ArrayList<>();
  private int sends;
  private Optional<Closing> closed = Optional.empty();

  @Override
  public void send(WireText text, Runnable done) {
    sends++;
    frames.addAll(List.of(text.text().split("\n")));
    done.run();
  }

  @Override
  public void close(Closing why) {
    closed = Optional.of(why);
  }

  /** The frames in the order in which they went out, and forgets them. */
  List<String> take() {
    var taken = List.copyOf(frames);
    frames.clear();
    return taken;
  }

  /** How many texts went out so far. */
  int sends() {
    return sends;
  }

  Optional<Closing> closed() {
    return closed;
  }
}
