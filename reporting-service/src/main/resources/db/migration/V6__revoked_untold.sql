-- What was revoked while it waited, and is therefore known to nobody: it is not on its way.
alter table tally add column untold_now bigint not null default 0;
