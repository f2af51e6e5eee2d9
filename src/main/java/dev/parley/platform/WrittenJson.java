package dev.parley.platform;

/**
 * A body that is written already. Compared by identity of its bytes: it lives for one answer.
 *
 * @param utf8 the JSON text
 */
@SuppressWarnings("ArrayRecordComponent") // nobody else holds the array
record WrittenJson(byte[] utf8) {}
