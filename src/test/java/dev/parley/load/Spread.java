package dev.parley.load;

/** At which node, from 0, a member of a room is. */
@FunctionalInterface
interface Spread {
  /**
   * A member's node.
   *
   * @param room index of the room
   * @param place in the room, from 0
   */
  int node(int room, int place);

  /** There is only one. */
  static Spread oneNode() {
    return (room, place) -> 0;
  }

  /** The members of each room at all nodes; the same places of two rooms in turn at two nodes. */
  static Spread evenly(int nodes) {
    return (room, place) -> (room + place) % nodes;
  }

  /** All members of a room at one node, the rooms in turn at the nodes. */
  static Spread roomByRoom(int nodes) {
    return (room, place) -> room % nodes;
  }
}
