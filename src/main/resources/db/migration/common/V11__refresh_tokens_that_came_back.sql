-- A refresh token that is presented again is answered with a second successor, and either may be used.
alter table sessions add column alternative_hash varchar(64);
-- How often the session's token was replaced: tells a token that was used from one that a database without the last commits does not know yet.
alter table sessions add column generation int default 0 not null;
