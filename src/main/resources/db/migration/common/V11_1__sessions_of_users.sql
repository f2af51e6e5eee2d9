-- The live sessions of someone, past all that have ended and are yet to be swept.
create index sessions_user_expiry on sessions (user_id, expires_at);
