package dev.parley.user;

/**
 * Someone whom the identity provider told of.
 *
 * @param active false where they are shut out here
 * @param upToDate whether nothing newer was told before
 */
public record ProvidedUser(UserView user, boolean active, boolean upToDate) {}
