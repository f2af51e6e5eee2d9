-- As V15, in a transaction of its own: holding both tables, it would wait for those who post, and they for it.
alter table rooms add column search_key varchar(320) default '' not null;
