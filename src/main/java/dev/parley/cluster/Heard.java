package dev.parley.cluster;

/**
 * A hint from another node came in. Fired as a CDI event on the bus's thread, which hears nothing
 * else meanwhile: observers return at once.
 */
public record Heard(Hint hint) {}
