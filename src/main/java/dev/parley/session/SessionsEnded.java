package dev.parley.session;

import java.util.List;

/**
 * Sessions of one user have ended: what was opened with them is to be closed. Fired inside the
 * transaction, so observe it {@code AFTER_SUCCESS}.
 */
public record SessionsEnded(long userId, List<Long> sessionIds) {}
