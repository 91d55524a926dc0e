-- Whether this database is as new as what the service has published. A server that was set back to a backup goes on in another
-- timeline; a primary that took over, too: so a new timeline is compared with Kafka before anything else is done.
create table compared_timeline (
    id       boolean primary key default true check (id),
    timeline int not null
);
comment on column compared_timeline.timeline is 'In which the database was last found to be as new as Kafka';

-- Where each partition ended that this service writes, when it was first compared: what is before is not kept here.
create table sent_begun (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

-- An epoch of the archive begins when a database was set back and restored: its next segment follows the last one that it has,
-- and those that were sealed after the backup are abandoned. Numbers go on, so one number is one segment of this database.
create table archive_epoch (
    stream    text        not null,
    epoch     int         not null,
    abandoned text check (abandoned ~ '^[0-9]{1,18} [0-9a-f]{64}$' and abandoned !~ '[[:cntrl:]]'),
    begun_at  timestamptz not null default now(),
    primary key (stream, epoch)
);
comment on column archive_epoch.abandoned is
    'The newest segment that was abandoned, as a manifest names it: number and SHA-256 of its manifest; null: none is known';

create function archive_epoch_of(of_stream text) returns int language sql stable as $$
    select coalesce(max(epoch), 1) from archive_epoch where stream = of_stream
$$;

-- Begins the next epoch of a stream, above all that are known to have begun. A segment that was opened and not closed may have
-- been closed after the backup, so it is opened again.
create function archive_begin_epoch(of_stream text, newest_lost int, newest_abandoned text) returns int
language plpgsql security definer as $$
declare
    begun constant int := greatest(archive_epoch_of(of_stream), newest_lost) + 1;
begin
    perform pg_advisory_xact_lock(hashtext('archive'));
    delete from archive_segment where stream = of_stream and manifest is null;
    insert into archive_epoch (stream, epoch, abandoned) values (of_stream, begun, newest_abandoned);
    return begun;
end $$;

-- Opens the next segment of the trail, and says which: the one that is not closed yet, if there is one; else a new one, of
-- whole transactions, about 50,000 rows if there are so many. Nothing, if no row is new and the newest segment is less than
-- an hour old. The caller cannot move the position: the snapshot is taken here, after the lock, and a transaction that has
-- written may not call, since its own later rows would count as visible.
create or replace function archive_open() returns setof archive_segment language plpgsql security definer as $$
declare
    most    constant int := 50000;
    newest  archive_segment;
    opened  archive_segment;
    cut     xid8;
begin
    if pg_current_xact_id_if_assigned() is not null or current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'A segment is opened in a transaction of its own, which reads what is committed';
    end if;
    perform pg_advisory_xact_lock(hashtext('archive'));
    select * into newest from archive_segment where stream = 'trail' order by epoch desc, number desc limit 1;
    if newest.number is not null and newest.manifest is null then
        return next newest;
        return;
    end if;

    opened.stream := 'trail';
    opened.epoch := archive_epoch_of('trail');
    opened.number := coalesce(newest.number, 0) + 1;
    opened.before := coalesce(newest.snapshot, '1:1:');
    opened.snapshot := pg_current_snapshot();
    opened.sealed_at := clock_timestamp();
    if pg_snapshot_xmax(opened.snapshot) < pg_snapshot_xmax(opened.before) or exists (
        select from pg_snapshot_xip(opened.snapshot) as open where pg_visible_in_snapshot(open, opened.before)) then
        raise exception 'The newest segment knows later transactions than this database'
            using hint = 'The database is a copy that was restored.';
    end if;

    -- A larger backlog is cut after a whole transaction.
    select change into cut from trail
     where change >= pg_snapshot_xmax(opened.before) and pg_visible_in_snapshot(change, opened.snapshot)
     order by change offset most - 1 limit 1;
    if cut is not null then
        opened.snapshot := (
            with open as (select xip from pg_snapshot_xip(opened.snapshot) as xip where xip <= cut)
            select format('%s:%s:%s', coalesce(min(xip)::text, next), next, string_agg(xip::text, ',' order by xip))
              from (select (cut::text::bigint + 1)::text as next) as edge left join open on true
             group by next)::pg_snapshot;
    end if;

    select count(*), count(*) filter (where change < pg_snapshot_xmax(opened.before)) into opened.rows, opened.late
      from archive_trail(opened.snapshot, opened.before);
    if opened.rows = 0 and newest.sealed_at > opened.sealed_at - interval '1 hour' then
        return;
    end if;
    insert into archive_segment select opened.*;
    return next opened;
end $$;
