-- Times are UTC, cut to milliseconds. Keys written by the application carry no default.

create table server (
  id integer not null primary key,
  epoch varchar(36) not null,
  refresh_key varchar(64) not null
);

-- The first id that no node has taken yet.
create table id_ranges (
  name varchar(16) not null primary key,
  next_id bigint not null
);
insert into id_ranges (name, next_id) values ('users', 1), ('sessions', 1), ('rooms', 1);

create table users (
  id bigint not null primary key,
  username varchar(64) not null,
  username_key varchar(128) not null,
  display_name varchar(128) not null,
  password_hash varchar(255),
  role varchar(16) not null,
  last_rev bigint not null,
  created_at timestamp not null,
  disabled_at timestamp,
  constraint users_username_key unique (username_key)
);

create table sessions (
  id bigint not null primary key,
  user_id bigint not null references users (id),
  created_at timestamp not null,
  last_seen_at timestamp not null,
  expires_at timestamp not null,
  revoked_at timestamp,
  user_agent varchar(255) not null,
  refresh_hash varchar(64) not null,
  previous_hash varchar(64),
  rotated_at timestamp not null
);
create index sessions_expiry on sessions (expires_at);

create table tickets (
  hash varchar(64) not null primary key,
  session_id bigint not null references sessions (id),
  expires_at timestamp not null
);
create index tickets_expiry on tickets (expires_at);

create table rooms (
  id bigint not null primary key,
  kind varchar(16) not null,
  name varchar(120) not null, -- 60 characters of two UTF-16 units, as Derby counts
  name_key varchar(320),
  description varchar(500) not null,
  created_by bigint not null,
  created_at timestamp not null,
  active_at timestamp not null,
  last_seq bigint not null,
  last_rev bigint not null,
  meta_rev bigint not null,
  archived_at timestamp,
  constraint rooms_name_key unique (name_key)
);

create table memberships (
  room_id bigint not null references rooms (id),
  user_id bigint not null references users (id),
  role varchar(16) not null,
  joined_at timestamp not null,
  left_at timestamp,
  rev bigint not null,
  primary key (room_id, user_id)
);
create index memberships_user on memberships (user_id, room_id);
create index memberships_rev on memberships (room_id, rev);

create table read_markers (
  room_id bigint not null references rooms (id),
  user_id bigint not null references users (id),
  read_seq bigint not null,
  primary key (room_id, user_id)
);

create table messages (
  room_id bigint not null references rooms (id),
  seq bigint not null,
  rev bigint not null,
  author_id bigint not null,
  client_id varchar(64) not null,
  body varchar(32672) not null,
  reply_to bigint,
  created_at timestamp not null,
  edited_at timestamp,
  deleted_at timestamp,
  primary key (room_id, seq),
  constraint messages_client_id unique (room_id, author_id, client_id)
);
create index messages_rev on messages (room_id, rev);
