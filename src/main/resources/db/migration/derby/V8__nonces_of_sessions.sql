-- What tells a session from another one with the same id: ids are given out again after a failover
-- to a database without the last commits. Of those that are open it is the hash of a random secret.
alter table sessions add column nonce varchar(64) default '' not null;
update sessions set nonce = refresh_hash;
alter table sessions alter column nonce drop default;
