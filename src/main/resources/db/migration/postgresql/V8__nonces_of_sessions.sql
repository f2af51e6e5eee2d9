-- What tells a session from another one with the same id: ids are given out again after a failover
-- to a database without the last commits. The default is for nodes of an earlier version, which
-- open sessions while this one is rolled out.
alter table sessions add column nonce varchar(64) default gen_random_uuid()::text not null;
