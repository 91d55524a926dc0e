-- An erasure waits for the files whose reception had ended when the learner was blocked. Of erasures that an earlier version
-- accepted it is the moment of this migration: they wait for all files of before.
alter table erasure add files_before xid8 not null default pg_snapshot_xmax(pg_current_snapshot());
comment on column erasure.files_before is 'It waits for files that were received in an earlier transaction than this';
