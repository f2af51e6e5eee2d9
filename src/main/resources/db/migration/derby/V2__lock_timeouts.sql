-- Derby waits 20 s to look for a deadlock and 60 s for a lock by default: longer than a person waits for an answer.
call syscs_util.syscs_set_database_property('derby.locks.deadlockTimeout', '1');
call syscs_util.syscs_set_database_property('derby.locks.waitTimeout', '2');
