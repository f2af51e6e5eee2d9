package dev.parley.realtime;

/** What a connection is made of: the socket, as far as it is written to. */
interface Wire {
  /**
   * Sends one text; never blocks, and is not called again before {@code done} has run.
   *
   * @param done runs when the text is out; not at all where the socket is gone
   */
  void send(WireText text, Runnable done);

  /** Closes the socket; may wait for the network. */
  void close(Closing why);
}
