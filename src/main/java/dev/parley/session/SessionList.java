package dev.parley.session;

import java.util.List;

/** All devices someone is signed in on, the last used one first. */
public record SessionList(List<SessionView> sessions) {}
