package dev.parley.session;

import java.util.List;

/**
 * Sessions of one user have ended: what was opened with them is to be closed. Fired inside the
 * transaction, so observe it {@code AFTER_SUCCESS}.
 *
 * @param userRev the user's own rev after it
 */
public record SessionsEnded(long userId, long userRev, List<Long> sessionIds) {}
