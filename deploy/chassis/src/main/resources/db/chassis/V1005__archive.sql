-- The archive: what is only ever added is sealed in segments, each of which is a pure function of this database. Segment n
-- has exactly what is visible in its snapshot and was not visible in the one before, so it never waits for a transaction
-- that stays open: the rows of that one come in the next segment after its commit, counted as late. Rows are only added, and
-- only by the two functions below: the service's role reads them.
create table archive_segment (
    stream     text        not null,
    epoch      int         not null,
    number     bigint      not null,
    snapshot   pg_snapshot not null,
    before     pg_snapshot not null,
    rows       int         not null,
    late       int         not null,
    sealed_at  timestamptz not null,
    digest     bytea,
    manifest   text,
    signature  bytea,
    public_key text,
    packed     bytea,
    primary key (stream, epoch, number)
);
comment on column archive_segment.stream is 'trail';
comment on column archive_segment.rows is 'How many lines';
comment on column archive_segment.late is 'How many lines are of transactions that were open at the last seal';
comment on column archive_segment.digest is 'SHA-256 of the lines; null until the segment is closed';
comment on column archive_segment.public_key is 'What checks the signature, in PEM: instances that only answer have no key of their own';
comment on column archive_segment.packed is 'The lines in gzip, for 30 days';
create index archive_segment_packed on archive_segment (sealed_at) where packed is not null;

-- An instant as a line of the archive has it.
create function archive_instant(at timestamptz) returns text language sql immutable parallel safe
    return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- The lines of the trail: texts, numbers and booleans only, without what an erasure clears. A view of lines is never changed,
-- or segments could not be made again: a new member needs a new view.
create view archive_trail_1 as
    select trail.change, trail.id, json_strip_nulls(row_to_json(line))::text as line
      from trail
     cross join lateral (
        select change::text::bigint as change, trail.id::text as id, archive_instant(at) as at, instance, kind, action,
               outcome, status, actor, roles, institution, region, key_id::text as "keyId", session, subject, items, asked,
               archive_instant(as_of) as "asOf", to_char(on_day, 'YYYY-MM-DD') as "on", batch, reason,
               encode(text_digest, 'hex') as "textDigest") as line;

-- What is visible in a snapshot and was not in the one before. Both halves are ranges of the primary key.
create function archive_trail(this pg_snapshot, before pg_snapshot) returns setof archive_trail_1 language sql stable as $$
    select * from archive_trail_1
     where change >= pg_snapshot_xmax(before) and change < pg_snapshot_xmax(this) and pg_visible_in_snapshot(change, this)
    union all
    select * from archive_trail_1
     where change = any(array(select pg_snapshot_xip(before))) and pg_visible_in_snapshot(change, this)
$$;

-- Opens the next segment of the trail, and says which: the one that is not closed yet, if there is one; else a new one, of
-- whole transactions, about 50,000 rows if there are so many. Nothing, if no row is new and the newest segment is less than
-- an hour old. The caller cannot move the position: the snapshot is taken here, after the lock, and a transaction that has
-- written may not call, since its own later rows would count as visible.
create function archive_open() returns setof archive_segment language plpgsql security definer as $$
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
    opened.epoch := coalesce(newest.epoch, 1);
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

-- Closes an opened segment, once; false if that was done before. The manifest has to name the bytes, and the rows are counted again.
create function archive_close(closed_epoch int, closed bigint, lines bytea, text_of_manifest text, signed bytea,
                             key_in_pem text, packed_lines bytea) returns boolean language plpgsql security definer as $$
declare
    one archive_segment;
begin
    select * into one from archive_segment where stream = 'trail' and epoch = closed_epoch and number = closed for update;
    if one.number is null then
        raise exception 'Segment % was not opened', closed;
    end if;
    if one.manifest is not null then
        return false;
    end if;
    if strpos(text_of_manifest, encode(sha256(packed_lines), 'hex')) = 0
        or strpos(text_of_manifest, encode(lines, 'hex')) = 0
        or one.rows <> (select count(*) from archive_trail(one.snapshot, one.before)) then
        raise exception 'Segment % is not what its manifest says', closed;
    end if;
    update archive_segment set digest = lines, manifest = text_of_manifest, signature = signed,
           public_key = key_in_pem, packed = packed_lines
     where stream = 'trail' and epoch = closed_epoch and number = closed;
    update archive_segment set packed = null where packed is not null and sealed_at < clock_timestamp() - interval '30 days';
    return true;
end $$;
