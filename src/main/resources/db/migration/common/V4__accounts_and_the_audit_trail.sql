-- Who did what: rows are added and never changed.
create table audit_entries (
  id bigint not null primary key,
  happened_at timestamp not null,
  action varchar(40) not null,
  actor_id bigint,
  subject_id bigint,
  network varchar(64) not null,
  detail varchar(255) not null
);
create index audit_entries_time on audit_entries (happened_at, id);
create index audit_entries_subject on audit_entries (subject_id, happened_at);
insert into id_ranges (name, next_id) values ('audit', 1);

-- Passwords that were not right, by a hash of the account's or the network's name.
create table failed_sign_ins (
  subject varchar(64) not null primary key,
  failures integer not null,
  since timestamp not null,
  blocked_until timestamp
);

-- Invitations and new passwords, each good once; of the secret only a hash is kept.
create table one_time_links (
  hash varchar(64) not null primary key,
  kind varchar(16) not null,
  user_id bigint,
  created_by bigint not null,
  expires_at timestamp not null
);
create index one_time_links_expiry on one_time_links (expires_at);
create index one_time_links_user on one_time_links (user_id);

-- Null before the first start, empty when there was a first administrator.
alter table server add column set_up_hash varchar(64);
