-- Who did what. Rows are only added: the service's role may read and add them. The order of an instance's rows is that of
-- (change, id): change is the transaction that added the row, and no row can be added before one that is older than every
-- open transaction. The text is the only value that may be cleared; its digest remains.
create table trail (
    id          uuid        not null,
    at          timestamptz not null,
    change      xid8        not null default pg_current_xact_id(),
    instance    text        not null,
    kind        text        not null,
    action      text        not null,
    outcome     text        not null,
    status      int,
    actor       text,
    roles       text,
    institution text,
    region      text,
    key_id      uuid,
    session     boolean,
    subject     text,
    items       int,
    asked       text,
    as_of       timestamptz,
    on_day      date,
    batch       bigint,
    reason      text,
    text_digest bytea,
    text_salt   bytea,
    text        text,
    primary key (change, id, at)
) partition by range (at);
comment on table trail is 'At most one row a request; grouped posts one row a transaction and submitter';
comment on column trail.action is 'The method and path template of the endpoint, or a name of its own';
comment on column trail.outcome is 'done, unchanged, or the code of the problem';
comment on column trail.actor is 'The subject of the token, or the key; null if nobody was verified';
comment on column trail.roles is 'The roles of the token, with a space between them';
comment on column trail.subject is 'The opaque id of the thing; never a number of a person, a name or a reference';
comment on column trail.asked is 'The path and query of a read, without values that may be personal';
comment on column trail.batch is 'What was known when figures or records were read';
comment on column trail.reason is 'A code';
comment on column trail.text_digest is 'SHA-256 of salt and text';
create index trail_of_subject on trail (subject) where subject is not null;

-- Rows of a month that nobody has prepared: no row is refused.
create table trail_default partition of trail default;

-- Makes the partitions of a month and the next two. Only the owner chooses the month; the service prepares the present one. A month that already has rows in the default partition stays there.
-- A table that is attached does not lock the others out, unlike one that is created as a partition.
create function prepare_trail(first timestamptz) returns void language plpgsql security definer as $$
declare
    month timestamp := date_trunc('month', first at time zone 'UTC');
    name  text;
begin
    perform pg_advisory_xact_lock(hashtext('trail'));
    for ahead in 0..2 loop
        name := 'trail_' || to_char(month, 'YYYY_MM');
        if to_regclass(name) is null and not exists (
            select from trail_default
             where at >= month at time zone 'UTC' and at < (month + interval '1 month') at time zone 'UTC') then
            execute format('create table %I (like trail including defaults including indexes)', name);
            execute format('alter table trail attach partition %I for values from (%L) to (%L)', name,
                           month at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
        end if;
        month := month + interval '1 month';
    end loop;
end $$;
create function prepare_trail() returns void language sql security definer as 'select prepare_trail(now())';
select prepare_trail();
