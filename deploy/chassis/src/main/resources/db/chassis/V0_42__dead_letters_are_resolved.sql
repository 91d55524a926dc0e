-- How somebody has resolved a dead letter; a service that keeps that with its own data leaves it empty.
alter table dead_letter
    add column outcome           text check (outcome in ('retried', 'discarded')),
    add column resolution_reason text,
    add column resolved_by       text,
    add column change            xid8 not null default pg_current_xact_id();
create index dead_letter_change on dead_letter (change, id);
