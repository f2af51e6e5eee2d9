-- Derby waits 20 s to look for a deadlock and 60 s for a lock by default: longer than a person waits for an answer.
call syscs_util.syscs_set_database_property('derby.locks.deadlockTimeout', '1');
call syscs_util.syscs_set_database_property('derby.locks.waitTimeout', '2');
-- Whoever needs the first of the next ids may wait for all others who insert: 100 by default. A crash leaves a gap.
call syscs_util.syscs_set_database_property('derby.language.sequence.preallocator', '10000');
