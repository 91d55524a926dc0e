-- As before, but in the epoch of the stream, which rises when the database was restored.
-- Opens the next segment of the events, and says which: the one that is not closed yet, if there is one; else a new one of
-- whole batches, about 50,000 events if there are so many. Nothing, if no batch is new and the newest segment is less than ten
-- minutes old: an empty one shows the others that the sealing goes on. A caller may end it at an earlier batch, and not begin it elsewhere.
create or replace function archive_open_events(at_most bigint) returns setof archive_segment
language plpgsql security definer as $$
declare
    most   constant int := 50000;
    newest archive_segment;
    opened archive_segment;
    first  bigint;
    last   bigint;
begin
    perform pg_advisory_xact_lock(hashtext('archive-events'));
    select * into newest from archive_segment where stream = 'events' order by epoch desc, number desc limit 1;
    if newest.number is not null and newest.manifest is null then
        return next newest;
        return;
    end if;
    first := coalesce(pg_snapshot_xmax(newest.snapshot)::text::bigint, 1);
    select coalesce(max(number), 0) into last from intake_batch;
    if last < first - 1 then
        raise exception 'The newest segment knows later batches than this database'
            using hint = 'The database is a copy that was restored.';
    end if;
    last := greatest(least(last, at_most), first - 1);
    select coalesce(max(number), least(first, last)) into last
      from (select number, sum(events) over (order by number) as so_far from intake_batch
             where number between first and last) as batch
     where so_far <= most;

    opened.stream := 'events';
    opened.epoch := archive_epoch_of('events');
    opened.number := coalesce(newest.number, 0) + 1;
    opened.before := coalesce(newest.snapshot, '1:1:');
    opened.snapshot := format('%1$s:%1$s:', greatest(last, first - 1) + 1)::pg_snapshot;
    opened.late := 0;
    opened.sealed_at := clock_timestamp();
    -- A move between these statements would seal a line before its salt is made.
    lock table event_moved in share mode;
    insert into archive_salt (subject, salt)
    select distinct subject, uuid_send(gen_random_uuid()) from event_log
     where (batch between first and last
            or event_id in (select event_id from event_moved where from_batch between first and last))
       and type like 'kz.qadam.completion.%' and not erased
       and not exists (select from erased_completion where completion::text = subject)
    on conflict (subject) do nothing;
    select count(*) into opened.rows from archive_events(opened.snapshot, opened.before);
    if opened.rows = 0 and newest.sealed_at > opened.sealed_at - interval '10 minutes' then
        return;
    end if;
    insert into archive_segment select opened.*;
    return next opened;
end $$;
