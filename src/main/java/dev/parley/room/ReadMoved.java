package dev.parley.room;

/** Someone's read marker moved forward to {@code seq}; observed after the commit. */
public record ReadMoved(long roomId, long userId, long seq) {}
