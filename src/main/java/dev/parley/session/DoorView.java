package dev.parley.session;

import dev.parley.platform.SignUps;

/**
 * What someone needs to know who is not signed in.
 *
 * @param registration who may make an account
 * @param setUp whether there was no first administrator yet
 */
public record DoorView(SignUps registration, boolean setUp) {}
