package dev.parley.audit;

/** What is worth a line in the trail. Names are stored: they may be added to, and not changed. */
public enum AuditAction {
  /** Someone became the first administrator by the set-up token. */
  SERVER_SET_UP,
  /** A refresh token was used a second time, and its session ended. */
  REFRESH_TOKEN_REUSED,
  /** Someone changed their own password. */
  PASSWORD_CHANGED,
  /** An administrator made a link for a new password. */
  PASSWORD_LINK_MADE,
  /** Someone chose a new password by such a link. */
  PASSWORD_RESET,
  /** An administrator made a link to sign up by. */
  INVITATION_MADE,
  /** Someone signed up by such a link. */
  INVITATION_USED,
  /** An administrator shut someone out. */
  USER_DISABLED,
  /** An administrator let someone in again. */
  USER_ENABLED,
  /** An administrator gave someone another role. */
  ROLE_CHANGED,
  /** An administrator ended someone's sessions. */
  SESSIONS_ENDED,
  /** The identity provider ended someone's session. */
  ENDED_BY_PROVIDER
}
