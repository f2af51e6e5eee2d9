-- Who someone is at the identity provider: a hash of issuer and subject, and the name that it last had for them.
alter table users add column provider_key varchar(64);
alter table users add constraint users_provider_key unique (provider_key);
alter table users add column provider_username varchar(256);
-- When the newest claims were made that were looked at: older ones change nothing.
alter table users add column claims_at timestamp;
-- When all sessions were ended: tokens that the provider made before are no good, though they were never seen here.
alter table users add column signed_out_at timestamp;

-- What there is beside a session that the provider began.
create table provider_sessions (
  session_id bigint not null primary key references sessions (id) on delete cascade,
  sid_key varchar(64),
  program_key varchar(64),
  claims_hash varchar(64),
  sealed_grant varchar(16000),
  asked_at timestamp not null,
  constraint provider_sessions_program unique (program_key)
);
create index provider_sessions_sid on provider_sessions (sid_key);

-- What the provider has ended, seen here or not, for as long as a token of it may live:
-- hashes of its sessions, of its logout tokens, and of programs whose tokens name no session.
create table ended_provider_sessions (
  sid_key varchar(64) not null primary key,
  ended_at timestamp not null
);

-- Whether someone is in a room because of a group, and goes with it.
alter table memberships add column by_group smallint default 0 not null;
