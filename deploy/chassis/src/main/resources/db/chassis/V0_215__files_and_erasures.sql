-- An erasure waits for the files that were received before it. The order of transactions decides, and the clock of no instance.
alter table import_job add received_in xid8;
comment on column import_job.received_in is
    'The transaction in which its reception ended; null: it is being received, or an earlier version received it';

-- Whether all errors of a file are still there.
alter table import_part add rows int;
comment on column import_part.rows is 'How many rows it has; null: an earlier version stored it';

-- The total of all senders.
create index import_job_stored on import_job (stored) where not expired;

-- The errors of files that were received before may name an erased person: they are deleted when their file is judged.
create table import_erasure (
    received_before xid8 primary key default pg_snapshot_xmax(pg_current_snapshot())
);
