-- The event log is sealed, too, without what the partners call their records: a reference can lead to a person. Rule 2 of the
-- definition compares references, so a line commits to the reference, by a digest that only the salt opens. An erasure
-- deletes the salt. Batches are committed one after another, so a segment has whole batches up to the newest one; its range is
-- kept like a snapshot in which everything below the next batch is visible.

create table archive_salt (
    subject text primary key,
    salt    bytea not null
);
comment on table archive_salt is 'What opens the digest of a reference. Only functions of the owner write it';

-- An event that a rebuild could not read has no effect until a person has resolved that, and moves to that batch. Its line stays
-- where it was sealed.
create table event_moved (
    event_id   uuid   not null,
    from_batch bigint not null,
    to_batch   bigint not null,
    primary key (event_id, from_batch)
);
create index event_moved_to on event_moved (to_batch);

-- What counts for nothing may be anything, and must not stop the sealing: an event of an unknown type; data that are no object;
-- numbers of so many digits that jsonb would write them out. The types are those of EventTypes: EventArchiveTest compares.
create function sealed_data(type text, data text) returns jsonb language sql immutable
return case when type !~ '^kz\.qadam\.(catalogue\.(programme|cohort|course|institution)-described|enrolment\.(enrolled|withdrawn|corrected)|completion\.(recorded|corrected|revoked|refused)|learner\.(merged|blocked|erased|completions-erased|trained|no-longer-trained)|cohort\.evaluated|intake\.tallied)\.v1$' then null
            when data !~ '^\s*\{' then null
            when regexp_replace(data, '"(\\.|[^"\\])*"', '', 'g') ~ '[eE]\+?0*[1-9][0-9]{2}' then null
            when not pg_input_is_valid(data, 'jsonb') then null
            when type = 'kz.qadam.learner.completions-erased.v1' then data::jsonb
            else with_reference(data, '')::jsonb - 'reference' end;

-- Batches, events, and moves, each with its place. A view of lines is never changed: a new member needs a new view.
create view archive_events_1 as
    select number as batch, '' as topic, 0 as partition, 0::bigint as record_offset, row_to_json(line)::text as line
      from intake_batch
     cross join lateral (select number as batch, archive_instant(intake_batch.instant) as instant, events, behind) as line
    union all
    select placed_in, event.topic, event.partition, record_offset, row_to_json(line)::text
      from (select event_log.*, batch as placed_in from event_log
             where not exists (select from event_moved moved where moved.event_id = event_log.event_id)
            union all
            select event_log.*, from_batch
              from (select event_id, min(from_batch) as from_batch from event_moved group by event_id) as first
              join event_log using (event_id)) as event
      left join archive_salt using (subject)
     cross join lateral (
        select placed_in as batch, event.topic, event.partition, record_offset as "offset", type, subject,
               subject_version as version,
               archive_instant(time) as time, sealed as data,
               case when type like 'kz.qadam.completion.%' and not erased and sealed is not null then
                   encode(sha256(salt || convert_to(data::jsonb ->> 'reference', 'UTF8')), 'hex') end as committed
          from (select sealed_data(type, data) as sealed) as of_event) as line
    union all
    select to_batch, log.topic, log.partition, record_offset, row_to_json(line)::text
      from event_moved join event_log as log using (event_id)
     cross join lateral (
        select to_batch as batch, true as moved, log.topic, log.partition, record_offset as "offset") as line;

-- Not in the language of queries: as a part of another query it would make all lines before it chooses.
create function archive_events(this pg_snapshot, before pg_snapshot) returns setof archive_events_1
language plpgsql stable as $$
declare
    first constant bigint := pg_snapshot_xmax(before)::text::bigint;
    after constant bigint := pg_snapshot_xmax(this)::text::bigint;
begin
    return query select * from archive_events_1 where batch >= first and batch < after;
end $$;

-- Opens the next segment of the events, and says which: the one that is not closed yet, if there is one; else a new one of
-- whole batches, about 50,000 events if there are so many. Nothing, if no batch is new and the newest segment is less than ten
-- minutes old: an empty one shows the others that the sealing goes on. A caller may end it at an earlier batch, and not begin it elsewhere.
create function archive_open_events(at_most bigint) returns setof archive_segment
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
    opened.epoch := coalesce(newest.epoch, 1);
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
create function archive_open_events() returns setof archive_segment language sql security definer
as 'select * from archive_open_events(9223372036854775806)';

create index archive_segment_of_batch on archive_segment (pg_snapshot_xmax(snapshot)) where stream = 'events';

-- Where the line of an event is, if it was sealed by then: the files of its segment without their ending, and the line in it.
create function archive_place(event uuid, by_then timestamptz) returns table (segment text, line bigint)
language plpgsql stable as $$
declare
    its record;
    one archive_segment;
begin
    select coalesce((select min(from_batch) from event_moved where event_id = event), batch) as batch, topic, partition,
           record_offset
      into its from event_log where event_id = event;
    select * into one from archive_segment
     where stream = 'events' and closed_at <= by_then and pg_snapshot_xmax(snapshot) > its.batch::text::xid8
     order by pg_snapshot_xmax(snapshot) limit 1;
    if one.number is not null then
        segment := format('reporting.events/%s/%s/%s', one.epoch, to_char(one.sealed_at at time zone 'UTC', 'YYYY'),
                          lpad(one.number::text, 9, '0'));
        select count(*) into line from archive_events_1 as other
         where other.batch >= pg_snapshot_xmax(one.before)::text::bigint and other.batch <= its.batch
           and (other.batch < its.batch
                or (other.topic, other.partition, other.record_offset) <= (its.topic, its.partition, its.record_offset));
        return next;
    end if;
end $$;

-- What a digest of a reference commits to, for an auditor who counts again.
create view archive_opening as
    select distinct on (subject) subject as completion, encode(salt, 'hex') as salt, data::jsonb ->> 'reference' as reference
      from archive_salt join event_log using (subject)
     where type like 'kz.qadam.completion.%' and not erased and sealed_data(type, data) is not null
     order by subject, subject_version desc nulls last;

-- Nothing is added where it was sealed already: the service's role names the batch of what it adds.
create function refuse_sealed_batch() returns trigger language plpgsql security definer as $$
begin
    if exists (select from added
                where number < (select pg_snapshot_xmax(snapshot)::text::bigint from archive_segment
                                 where stream = 'events' order by epoch desc, archive_segment.number desc limit 1)) then
        raise exception 'Nothing can be added to a batch that is sealed';
    end if;
    return null;
end $$;
create trigger refuse_sealed_batch after insert on intake_batch
    referencing new table as added for each statement execute function refuse_sealed_batch();
create function refuse_sealed_event() returns trigger language plpgsql security definer as $$
begin
    if exists (select from added
                where batch < (select pg_snapshot_xmax(snapshot)::text::bigint from archive_segment
                                where stream = 'events' order by epoch desc, number desc limit 1)) then
        raise exception 'Nothing can be added to a batch that is sealed';
    end if;
    return null;
end $$;
create trigger refuse_sealed_event after insert on event_log
    referencing new table as added for each statement execute function refuse_sealed_event();

create or replace function move_event(moved uuid, from_topic text, from_partition int, from_offset bigint, to_batch bigint)
returns boolean language plpgsql security definer as $$
declare
    left_batch bigint;
begin
    select batch into left_batch from event_log
     where event_id = moved and topic = from_topic and partition = from_partition and record_offset = from_offset
       and batch < to_batch
       and exists (select from dead_letter letter
                    where letter.topic = from_topic and letter.partition = from_partition
                      and letter.record_offset = from_offset and letter.resolved_at is null)
       for update;
    if found then
        insert into event_moved (event_id, from_batch, to_batch) values (moved, left_batch, to_batch);
        update event_log set batch = to_batch where event_id = moved;
        return true;
    end if;
    return false;
end $$;

create or replace function erase_texts(learners uuid[], enrolments uuid[], completions uuid[]) returns void
language plpgsql security definer as $$
begin
    update event_log e set erased = true, data = with_reference(e.data, c.reference)
      from erased_completion c
     where c.completion = any(completions) and e.subject = c.completion::text and e.type like 'kz.qadam.completion.%';
    update event_log e set erased = true, data = with_reference(e.data, 'erased-' || n.enrolment)
      from erased_enrolment n
     where n.enrolment = any(enrolments) and e.subject = n.enrolment::text and e.type like 'kz.qadam.enrolment.%';
    update event_log e set erased = true, data = with_reference(e.data, c.reference)
      from blocked_learner l
      join trained_fact t on t.learner = l.learner
      join erased_completion c on c.completion = t.completion
     where l.learner = any(learners) and l.erased and e.subject = t.learner || '/' || t.cohort
       and e.type = 'kz.qadam.learner.trained.v1' and e.data::json ->> 'completionId' = c.completion::text;

    delete from archive_salt -- without the salt nobody can try references against a sealed digest
     where subject in (select completion::text from erased_completion where completion = any(completions));
    update completion_fact f set reference = c.reference
      from erased_completion c where c.completion = any(completions) and f.completion = c.completion;
    update enrolment_fact f set reference = 'erased-' || n.enrolment
      from erased_enrolment n where n.enrolment = any(enrolments) and f.enrolment = n.enrolment;

    -- Of what could not be taken in: the bytes may be anything.
    update dead_letter letter
       set value = case when position('\x00'::bytea in value) > 0 then ''
                        else convert_to(with_reference(convert_from(value, 'LATIN1'), 'erased'), 'LATIN1') end
      from erased_enrolment n
     where n.enrolment = any(enrolments) and position(convert_to(n.enrolment::text, 'LATIN1') in letter.value) > 0;

    if to_regprocedure('clear_trail_text(text[])') is not null then
        execute 'select clear_trail_text($1)'
          using array(select learner::text from blocked_learner where learner = any(learners) and erased
                      union all select enrolment::text from erased_enrolment where enrolment = any(enrolments)
                      union all select completion::text from erased_completion where completion = any(completions));
    end if;
end $$;
