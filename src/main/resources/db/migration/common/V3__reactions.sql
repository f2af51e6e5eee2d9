create table reactions (
  room_id bigint not null,
  seq bigint not null,
  user_id bigint not null,
  emoji varchar(64) not null,
  created_at timestamp not null,
  primary key (room_id, seq, user_id, emoji)
);
