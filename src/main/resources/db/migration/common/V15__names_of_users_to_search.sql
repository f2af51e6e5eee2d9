-- A name as it is looked for: folded by the application, as no database folds text. V16 fills it in.
alter table users add column search_key varchar(320) default '' not null;
