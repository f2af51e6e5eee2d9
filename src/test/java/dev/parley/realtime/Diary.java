package dev.parley.realtime;

/** What one client notes in a history that many share. Thread-safe. */
record Diary(History history, String client) {
  void begins(String node, long room, String cid) {
    history.note(at -> new Event.Begun(at, client, node, room, cid));
  }

  void isAcknowledged(String node, long room, String cid, long seq) {
    history.note(at -> new Event.Acknowledged(at, client, node, room, cid, seq));
  }

  void fails(String node, String cid, String why) {
    history.note(at -> new Event.Failed(at, client, node, cid, why));
  }

  void loses(String node) {
    history.note(at -> new Event.Lost(at, client, node));
  }

  void isBackAt(String node) {
    history.note(at -> new Event.Back(at, client, node));
  }

  void isSentAwayBy(String node, long retryAfterMs) {
    history.note(at -> new Event.Bye(at, client, node, retryAfterMs));
  }
}
