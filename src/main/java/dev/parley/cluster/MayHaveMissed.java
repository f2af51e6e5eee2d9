package dev.parley.cluster;

/**
 * The bus came back, or could not keep up: hints may be lost. Fired as a CDI event; observers
 * return at once, and ask the database for all that they serve.
 */
public record MayHaveMissed() {}
