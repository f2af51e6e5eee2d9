package dev.parley.session;

import java.util.Set;

/**
 * The identity provider has told in which groups someone is. Observed outside of a transaction, and
 * what the observer does is done before that person comes in.
 */
public record GroupsTold(long userId, Set<String> groups) {}
