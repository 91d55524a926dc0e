-- ======== What every service has: these tables belong to the chassis, and are the same in all three services ========

-- What holds for every session of the service's role in its database, unless a transaction says otherwise (set local). Set
-- for the role and not by each connection, so that a connection pooler can stand in between. Who wants other values says
-- so in the same way: alter role … in database … set ….
do $$
declare
    setting record;
begin
    for setting in
        select * from (values
            -- A request takes less; long work says how long it may take.
            ('statement_timeout', '30s'),
            ('transaction_timeout', '60s'),
            -- Who waits longer than this for another's lock is answered 503, and holds nothing any more.
            ('lock_timeout', '10s'),
            -- A process that was stopped or cut off in the middle of a transaction keeps its locks no longer than this.
            ('idle_in_transaction_session_timeout', '8s'),
            -- Statements work on many rows at once, and how many changes from call to call: a plan that was made when a
            -- table was empty, and kept, takes hours when it is full. Planning anew costs a fraction of a millisecond.
            ('plan_cache_mode', 'force_custom_plan'),
            -- What is looked for is in memory or on a disk without a head: at the default's price of a random page some
            -- thousand look-ups by key seem dearer than to read the whole table, for each batch anew.
            ('random_page_cost', '1.1')) as s (name, value)
    loop
        execute format('alter role %I in database %I set %s = %L',
                       current_user, current_database(), setting.name, setting.value);
    end loop;
end $$;

-- -------- Work that only one instance does

create table lease (
    name  text primary key,
    owner text        not null,
    until timestamptz not null
);

-- -------- Events that are taken in

-- How far each partition of Kafka was taken in. The offsets are kept beside what was taken in, and move in its transaction.
-- leader_epoch: under which leader the last event was written; a log that has lost it is recognised by that.
create table intake_offset (
    topic        text   not null,
    partition    int    not null,
    cluster_id   text   not null,
    topic_id     text   not null,
    next_offset  bigint not null,
    leader_epoch int,
    primary key (topic, partition)
);

-- What the instance that reads a partition has seen of it last, for all instances to answer by. Not in intake_offset, whose
-- rows a batch locks until it commits.
create table intake_position (
    topic      text not null,
    partition  int  not null,
    -- Who reads it.
    instance   text not null,
    -- Where the partition ended in Kafka, and when Kafka said so; null before the first answer.
    end_offset bigint,
    seen_at    timestamptz,
    -- Why nothing of it is taken in any more; null while it is read.
    halted     text,
    -- An earlier end: what lies before it arrived in Kafka after due_since, and is all taken in when next_offset is there.
    due_offset bigint,
    due_at     timestamptz,
    due_since  timestamptz,
    primary key (topic, partition)
) with (fillfactor = 50);

-- Events that could not be read, as they came, and how somebody has resolved them. reporting-service keeps the latter with
-- its own data and leaves it empty here.
create table dead_letter (
    id                uuid primary key,
    topic             text        not null,
    partition         int         not null,
    record_offset     bigint      not null,
    event_id          text,
    event_type        text,
    event_source      text,
    event_time        text,
    subject           text,
    key               bytea,
    value             bytea,
    reason            text        not null,
    received_at       timestamptz not null default now(),
    copied_at         timestamptz,
    resolved_at       timestamptz,
    outcome           text check (outcome in ('retried', 'discarded')),
    resolution_reason text,
    resolved_by       text,
    changed           xid8        not null default pg_current_xact_id(),
    unique (topic, partition, record_offset)
);
create index dead_letter_open on dead_letter (id) where resolved_at is null;
create index dead_letter_uncopied on dead_letter (id) where copied_at is null;
create index dead_letter_change on dead_letter (changed, id);

-- -------- Events that are sent

-- The transactional outbox of all publishers: events as they will be sent. A row is here until Kafka has acknowledged it; it
-- is claimed by being here, never by a cursor over its number, since a lower number may be committed later.
create table outbox_event (
    publisher text        collate "C" not null,
    seq       bigint      generated always as identity,
    id        uuid        not null,
    key       text        not null,
    type      text        not null,
    subject   text        not null,
    time      timestamptz not null,
    trace     text,
    data      text        not null,
    added_at  timestamptz not null default now(),
    parked    text,
    primary key (publisher, seq)
);
comment on column outbox_event.added_at is 'Since when it waits';
comment on column outbox_event.parked is 'Why Kafka will never take it as it is';
create index outbox_event_parked on outbox_event (publisher, key) where parked is not null;

-- Subjects whose newest event a publisher is to render from its own rows, before it sends anything else. A migration that
-- changes what other services know adds them here.
create table republish_request (
    seq       bigint generated always as identity primary key,
    publisher text not null,
    subject   text not null,
    parked    text
);
comment on column republish_request.parked is 'Why Kafka did not take it before, if its event was parked';

-- While some partitions of Kafka take nothing and others do: since when the oldest event waits for one of the others, so
-- that what waits for the held ones does not count towards the age of the backlog.
create table relay_held (
    mail             text primary key,
    partitions       int         not null,
    oldest_of_others timestamptz,
    seen_at          timestamptz not null
);

-- -------- Imports

-- Files that were sent, and what became of their rows. The numbers stay; what the rows say goes after some days.
create table import_job (
    id               uuid primary key,
    kind             text        not null,
    -- The institution that sent it; null: the office.
    sender           text,
    file_name        text,
    separator        text        not null,
    trace            text,
    -- failed: what was left of it could not be opened until it expired.
    status           text        not null default 'receiving'
        check (status in ('receiving', 'waiting', 'running', 'finished', 'failed')),
    received         int         not null default 0,
    processed        int         not null default 0,
    accepted         int         not null default 0,
    pending          int         not null default 0,
    refused          int         not null default 0,
    duplicate        int         not null default 0,
    conflict         int         not null default 0,
    rejected         int         not null default 0,
    created_at       timestamptz not null,
    started_at       timestamptz,
    finished_at      timestamptz,
    expires_at       timestamptz not null,
    -- Whether nothing but its numbers is left.
    expired          boolean     not null default false,
    -- When somebody last did something for it; who has waited longest is next.
    worked_at        timestamptz not null default clock_timestamp(),
    -- How much of it is stored, when its sender was last served, and since when it cannot be opened for want of a key.
    stored           bigint      not null default 0,
    served_at        timestamptz,
    unreadable_since timestamptz,
    received_in      xid8,
    check (processed = accepted + pending + refused + duplicate + conflict + rejected),
    check (processed <= received)
);
comment on column import_job.received_in is
    'The transaction in which its reception ended; null: it is being received, or an earlier version received it';
create index import_job_of_sender on import_job (kind, sender, id);
create index import_job_unfinished on import_job (worked_at) where status <> 'finished';
create index import_job_expiring on import_job (expires_at) where not expired;
-- The turn of a sender, and what of its files is kept; the office, which is null, is a sender as well. Then the total.
create index import_job_served on import_job ((coalesce(sender, '')), served_at);
create index import_job_kept on import_job ((coalesce(sender, ''))) where not expired;
create index import_job_stored on import_job (stored) where not expired;

-- A part of a file, encrypted: the names of its columns, rows that wait to be taken, or rows that were not taken and why.
create table import_part (
    job     uuid  not null references import_job on delete cascade,
    content text  not null check (content in ('header', 'rows', 'errors')),
    number  int   not null,
    key_id  text  not null,
    nonce   bytea not null,
    sealed  bytea not null,
    rows    int,
    primary key (job, content, number)
);
comment on column import_part.rows is 'How many rows it has; null: an earlier version stored it';
-- It is compressed already.
alter table import_part alter sealed set storage external;

-- An erasure waits for the files that were received before it; the order of transactions decides, and the clock of no
-- instance. The errors of those files may name the erased person: they are deleted when their file is judged.
create table import_erasure (
    received_before xid8 primary key default pg_snapshot_xmax(pg_current_snapshot())
);

-- -------- Keys of institutions

-- When each key was used in this service last, to the minute.
create table key_use (
    key_id       uuid primary key,
    last_used_at timestamptz not null
);

-- -------- The trail

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

-- Makes the partitions of a month and the next two. Only the owner chooses the month; the service prepares the present one.
-- A month that already has rows in the default partition stays there. A table that is attached does not lock the others
-- out, unlike one that is created as a partition.
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

-- Clears what people wrote in entries about these subjects, as their erasure needs it. Only the owner can change an entry, and
-- only functions of the owner call this one.
-- The digest remains, and with it the chain; without the salt nobody can guess the text from it.
create function clear_trail_text(subjects text[]) returns bigint language sql security definer as $$
    with cleared as (
        update trail set text = null, text_salt = null where subject = any(subjects) and text_digest is not null
        returning 1)
    select count(*) from cleared
$$;

-- The chain of each instance's entries in the trail, block by block. The hashes are those after each entry, one behind the
-- other; each depends on the one before. last_change and last_id are the position up to which the trail was read.
create table trail_block (
    instance    text        not null,
    number      bigint      not null,
    first_at    timestamptz not null,
    last_at     timestamptz not null,
    chained_at  timestamptz not null,
    hash_before bytea       not null,
    hash        bytea       not null,
    entries     uuid[]      not null,
    hashes      bytea       not null,
    last_change xid8        not null,
    last_id     uuid        not null,
    primary key (instance, number)
);
create index trail_block_position on trail_block (last_change, last_id);
create index trail_block_chained on trail_block (chained_at);

-- The heads that the other services have sent. A block whose hash has changed is here twice.
create table trail_head (
    service     text        not null,
    instance    text        not null,
    number      bigint      not null,
    hash        text        not null,
    chained_at  timestamptz not null,
    received_at timestamptz not null default now(),
    primary key (service, instance, number, hash)
);
create index trail_head_chained on trail_head (chained_at);

-- ======== progress-service ========

-- -------- The catalogue and the enrolments, as enrolment-service publishes them

create table programme (
    code      text primary key,
    version   int  not null,
    starts_on date not null,
    horizon   date not null
);

create table cohort (
    code    text primary key,
    version int not null
);

create table requirement_version (
    cohort      text   not null references cohort,
    version     int    not null,
    valid_from  date   not null,
    courses     text[] not null,
    min_courses int,
    hours       int,
    primary key (cohort, version)
);

create table course (
    code    text primary key,
    version int not null,
    hours   int not null
);

create table institution (
    code    text primary key,
    version int  not null,
    status  text not null
);

-- Grows with every change of the catalogue, so that who judges by it need not read it each time. It grows before the change
-- is committed: until then nobody can ask, because of the lock (Catalogues), which goes before all rows. The service's role
-- may read the sequence and not set it.
create sequence catalogue_change;

create function catalogue_changes() returns trigger language plpgsql security definer as $$
begin
    perform pg_advisory_xact_lock(x'51adab'::int);
    -- By the clock, so that no value returns, whatever is lost by a crash.
    perform setval('catalogue_change',
                   greatest(nextval('catalogue_change'), (extract(epoch from clock_timestamp()) * 1000000)::bigint));
    return null;
end $$;

create trigger changes before insert or update or delete or truncate on programme
    for each statement execute function catalogue_changes();
create trigger changes before insert or update or delete or truncate on cohort
    for each statement execute function catalogue_changes();
create trigger changes before insert or update or delete or truncate on requirement_version
    for each statement execute function catalogue_changes();
create trigger changes before insert or update or delete or truncate on course
    for each statement execute function catalogue_changes();
create trigger changes before insert or update or delete or truncate on institution
    for each statement execute function catalogue_changes();

create table enrolment (
    id          uuid primary key,
    version     int  not null,
    institution text not null,
    reference   text not null,
    learner_id  uuid not null,
    course      text not null,
    cohort      text not null,
    region      text not null,
    enrolled_on date not null
);
create index enrolment_learner on enrolment (learner_id);
-- An institution's learners, one after the other.
create index enrolment_institution_learner on enrolment (institution, learner_id, cohort);

-- What a completion may call its enrolment by: its reference, or its id. A completion and its enrolment may arrive in
-- either order and at the same time: both lock this row first, and the one that comes first puts it here.
create table enrolment_name (
    institution  text not null,
    name         text not null,
    enrolment_id uuid,
    primary key (institution, name)
);

-- Learners who turned out to be one person with another: who asks for the one is answered for the other.
create table learner_merge (
    absorbed  uuid primary key,
    surviving uuid not null,
    version   int  not null
);

-- -------- Keys of institutions, as enrolment-service describes them

-- Each in its newest state.
create table institution_key (
    id          uuid primary key,
    institution text        not null,
    sha256      text        not null,
    expires_at  timestamptz not null,
    revoked     boolean     not null,
    version     int         not null,
    changed     xid8        not null default pg_current_xact_id()
);
create index institution_key_by_change on institution_key (changed);
create index institution_key_by_institution on institution_key (institution);

-- Until when all changes are here (null before the first confirmation), and how many states that are.
create table institution_key_confirmation (
    confirmed_at timestamptz,
    states       bigint not null
);
insert into institution_key_confirmation values (null, 0);

-- -------- Completions

-- One row for each (institution, reference), for ever: the present state, and how it came about. A revocation that comes
-- before its completion puts the row here without content; both meet on the unique index.
create table completion (
    id            uuid primary key,
    institution   text        not null,
    reference     text        not null,
    enrolment     text,
    completed_on  date,
    score         numeric,
    certificate   text,
    status        text        not null,
    because       text,
    counts        boolean     not null,
    enrolment_id  uuid,
    learner_id    uuid,
    cohort        text,
    course        text,
    region        text,
    version       int         not null,
    recorded_at   timestamptz not null,
    changed       xid8        not null default pg_current_xact_id(),
    changed_at    timestamptz not null,
    cause         text        not null,
    reason        text,
    by_role       text,
    pending_since timestamptz,
    unique (institution, reference)
);
comment on column completion.changed_at is 'Since when this state stands; never before the one that it replaced';
comment on column completion.reason is 'What was given with a correction or a revocation; null where nothing is asked for';
comment on column completion.by_role is 'partner or office; null where the service itself drew the consequence';
create index completion_pending on completion (institution, enrolment) where enrolment_id is null;
create index completion_pending_since on completion (pending_since) where status = 'pending';
create index completion_enrolment on completion (enrolment_id);
create index completion_accepted on completion (learner_id, cohort) where status = 'accepted';
create index completion_changed on completion (changed, id);
create index completion_institution_changed on completion (institution, changed, id);

-- Every former state of every completion.
create table former_completion (
    id           uuid        not null references completion,
    version      int         not null,
    institution  text        not null,
    enrolment    text,
    completed_on date,
    score        numeric,
    certificate  text,
    status       text        not null,
    because      text,
    counts       boolean     not null,
    enrolment_id uuid,
    learner_id   uuid,
    cohort       text,
    course       text,
    region       text,
    changed_at   timestamptz not null,
    cause        text        not null,
    reason       text,
    by_role      text,
    until        timestamptz not null,
    primary key (id, version)
);
comment on column former_completion.until is 'When the next state replaced it';
create index former_completion_until on former_completion (institution, until);
-- For the former states of completions that were corrected to another enrolment, and may have to be erased.
create index former_completion_with_texts on former_completion (enrolment_id)
    where certificate is not null or reason is not null;

-- Every state of every completion; the present one has no end.
create view completion_state as
select c.id, c.institution, c.reference, c.enrolment, c.completed_on, c.score, c.certificate, c.status, c.counts,
       c.because, c.enrolment_id, c.learner_id, c.cohort, c.course, c.region, c.version, c.recorded_at, c.changed_at,
       c.cause, c.reason, c.by_role, c.pending_since, null::timestamptz as until
  from completion c
union all
select f.id, f.institution, c.reference, f.enrolment, f.completed_on, f.score, f.certificate, f.status, f.counts,
       f.because, f.enrolment_id, f.learner_id, f.cohort, f.course, f.region, f.version, c.recorded_at, f.changed_at,
       f.cause, f.reason, f.by_role, null::timestamptz, f.until
  from former_completion f join completion c on c.id = f.id;

-- Whether a learner is trained in a cohort. Two completions of one learner meet on this row. Institution, day and reference of
-- the completion that made it so are its place in the order of rule 2: what comes after it changes nothing. Where course and
-- reference are null, a corrected completion made it so before they were kept; it is evaluated again when something changes.
create table learner_cohort (
    learner_id          uuid not null,
    cohort              text not null,
    trained_by          uuid,
    trained_on          date,
    requirement_version int,
    institution         text,
    region              text,
    version             int  not null default 0,
    course              text,
    reference           text,
    primary key (cohort, learner_id)
);
create index learner_cohort_learner on learner_cohort (learner_id);

-- -------- Evaluations: when the catalogue changes, everybody whom it concerns is evaluated again in the background

create table evaluation (
    id                bigint generated always as identity primary key,
    cohort            text        not null,
    cause             text        not null,
    courses           text[],
    programme_version int         not null,
    cohort_version    int         not null,
    course_versions   text        not null,
    begun             boolean     not null default false,
    after_learner     uuid,
    learners          int         not null default 0,
    changed           int         not null default 0,
    finished_at       timestamptz,
    asked_at          timestamptz not null default now(),
    begun_at          timestamptz,
    total             int,
    changed_by        xid8        not null default pg_current_xact_id()
);
comment on column evaluation.courses is 'Only learners who completed one of these are concerned; null: everybody';
comment on column evaluation.total is 'How many learners were concerned when it began; null before';
comment on column evaluation.changed_by is 'The transaction that moved it last, for lists';
create unique index evaluation_waiting on evaluation (cohort) where not begun;
create index evaluation_open on evaluation (id) where finished_at is null;
create index evaluation_changed on evaluation (changed_by, id);

create table cohort_evaluated (
    cohort  text primary key,
    version int not null
);

-- -------- Tallies: what was received, by institution and day

-- What each transaction took in, until it is folded into the tally. of_token: a token named the institution. The office may
-- name any text, and only an institution of a token or of the catalogue becomes the subject of an event: rows of others wait
-- until the catalogue describes it. untold_change: completions that were revoked while their enrolment was unknown are
-- published to nobody; without a number of their own, who adds up what was received would wait for them for ever.
create table tally_delta (
    institution    text        not null,
    day            date        not null,
    accepted       int         not null,
    pending        int         not null,
    refused        int         not null,
    duplicate      int         not null,
    conflict       int         not null,
    rejected       int         not null,
    pending_change int         not null,
    refused_change int         not null,
    untold_change  int         not null default 0,
    of_token       boolean     not null default false,
    added_at       timestamptz not null default now()
);

create table tally (
    institution text   not null,
    day         date   not null,
    accepted    bigint not null,
    pending     bigint not null,
    refused     bigint not null,
    duplicate   bigint not null,
    conflict    bigint not null,
    rejected    bigint not null,
    version     int    not null,
    primary key (institution, day)
);

create table tally_stock (
    institution text primary key,
    pending     bigint not null,
    refused     bigint not null,
    untold      bigint not null default 0
);

-- -------- Erasures, and blocks for a time

-- Learners whom institutions cannot read: the office lifts a block for a time, and never that of an erasure. A row is never
-- deleted.
create table blocked_learner (
    learner       uuid primary key,
    person        uuid    not null,
    erased        boolean not null,
    version       int     not null default 0,
    by_erasure    boolean not null default true,
    for_a_time    boolean not null default false,
    block_version int     not null default 0,
    in_force      boolean not null generated always as (by_erasure or erased or for_a_time) stored
);
comment on table blocked_learner is
    'Every id of a person who is or was blocked: by an accepted erasure, for a time, or both';
comment on column blocked_learner.person is 'The surviving learner of all ids of the person';
comment on column blocked_learner.version is 'Of the newest event with the new references of the completions';
comment on column blocked_learner.by_erasure is
    'The default is for instances of the version before, which know no other block';
comment on column blocked_learner.block_version is
    'The highest version of a block for a time that names this id; 0: none has arrived';
create index blocked_learner_by_person on blocked_learner (person);

-- The data of an event with another reference. Everything else keeps its bytes.
create function with_reference(data text, reference text) returns text language sql immutable
return regexp_replace(data, '"reference"\s*:\s*"(\\.|[^"\\])*"', '"reference":"' || reference || '"');

-- Overwrites every text of the completions of erased learners that may name the person. The new references keep the order of
-- the former ones, because rule 2 orders completions of one day by reference. Nobody can guess them, so nobody can have used
-- one of them before. Called again, when more has arrived, it gives new references to all completions. A column with free
-- text belongs into this function: ErasedTextsTest says so.
create function erase_completions(learners uuid[]) returns table (completion_id uuid, new_reference text)
language plpgsql security definer as $$
declare
    enrolments constant uuid[] := array(select id from enrolment where learner_id = any(learners));
    erased     uuid[];
begin
    if exists (select from unnest(learners) as one (id)
                where not exists (select from blocked_learner b where b.learner = one.id and b.erased)) then
        raise exception 'A learner of these is not erased';
    end if;

    -- In the order of everybody's locks: the names of enrolments, completions, learners. Without its names nothing can be
    -- sent under an enrolment any more.
    perform from enrolment_name n join enrolment e on e.institution = n.institution and n.name in (e.reference, e.id::text)
      where e.id = any(enrolments) and n.enrolment_id = e.id
      order by n.institution, n.name for update of n;
    with renamed as materialized (
        select id, institution, reference,
               case when reference ~ '^erased-[0-9a-f]{8}-[0-9a-f-]{27}$' then reference
                    else 'erased-' || gen_random_uuid() end as new_reference
          from enrolment where id = any(enrolments)),
    names as (
        update enrolment_name n
           set name = case when n.name = r.reference then r.new_reference else 'erased-' || gen_random_uuid() end
          from renamed r
         where n.enrolment_id = r.id and n.institution = r.institution and n.name in (r.reference, r.id::text)
           and n.name <> r.new_reference)
    update enrolment e set reference = r.new_reference from renamed r where r.id = e.id;
    -- The former reference may have been the name of another enrolment.
    insert into enrolment_name (institution, name, enrolment_id)
    select institution, reference, id from enrolment where id = any(enrolments) order by institution, reference
    on conflict do nothing;

    perform from completion c where c.enrolment_id = any(enrolments) order by c.institution, c.reference for update;
    erased := array(select c.id from completion c where c.enrolment_id = any(enrolments));
    update completion c
       set reference = 'erased-' || lpad(ranked.position::text, 6, '0') || '-' || gen_random_uuid(),
           enrolment = e.reference, certificate = null, reason = null, changed = pg_current_xact_id()
      from (select o.id, row_number() over (order by o.reference collate "C", o.institution, o.id) as position
              from completion o where o.id = any(erased)) as ranked,
           enrolment e
     where ranked.id = c.id and e.id = c.enrolment_id;
    update former_completion
       set enrolment = case when enrolment is not null then 'erased-' || coalesce(enrolment_id::text, 'unknown') end,
           certificate = null, reason = null
     where id = any(erased) or enrolment_id = any(enrolments) and (certificate is not null or reason is not null);
    update learner_cohort l set reference = c.reference
      from completion c
     where l.learner_id = any(learners) and c.id = l.trained_by and l.reference is not null;

    update outbox_event o set data = with_reference(o.data, c.reference)
      from completion c
     where c.id = any(erased)
       and (o.subject = c.id::text
            or o.type = 'kz.qadam.learner.trained.v1' and o.data::json ->> 'completionId' = c.id::text);
    -- Of what could not be taken in: the bytes may be anything.
    update dead_letter letter
       set value = case when position('\x00'::bytea in value) > 0 then ''
                        else convert_to(with_reference(convert_from(value, 'LATIN1'), 'erased'), 'LATIN1') end
      from unnest(enrolments) as one (id)
     where position(convert_to(one.id::text, 'LATIN1') in letter.value) > 0;

    if to_regprocedure('clear_trail_text(text[])') is not null then
        execute 'select clear_trail_text($1)' using (learners || enrolments || erased)::text[];
    end if;
    return query select c.id, c.reference from completion c where c.id = any(erased) order by c.id;
end $$;
