-- Derby makes one for each foreign key by itself.
create index sessions_user on sessions (user_id);
