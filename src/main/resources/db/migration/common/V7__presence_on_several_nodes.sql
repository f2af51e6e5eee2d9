-- Who is connected to which node, for the other nodes. A node's rev advances when that changes, and
-- now and then when nothing does, by which the others see that it is alive.
create table presence_nodes (
  id varchar(36) not null primary key,
  rev bigint not null
);

create table presences (
  node_id varchar(36) not null,
  user_id bigint not null,
  rev bigint not null,
  here boolean not null,
  primary key (node_id, user_id)
);
create index presences_rev on presences (node_id, rev);
