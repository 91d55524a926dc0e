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

-- ======== reporting-service ========

-- The readings of records of people are a small part of the trail.
create index trail_of_readings on trail (change, id) where kind = 'read' and on_day is not null;

-- In the tables of facts below a row is known from the batch from_batch until before the batch to_batch. So what was known at
-- a batch is asked for by its number, and nothing is ever overwritten. While it is still known, or a span is still open, the
-- second is 9223372036854775807, which is larger than any batch. PostgreSQL puts the number in place of the call when it plans
-- a statement, so that the partial indexes with this number in their condition serve.
create function still_open() returns bigint language sql immutable parallel safe return 9223372036854775807;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are only added', tg_table_name using errcode = 'restrict_violation';
end
$$;

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

-- -------- Events as they were taken in, which no rebuild touches

-- The one row whose lock orders batches and the instants that readers rely on.
create table intake_clock (
    id              int primary key check (id = 1),
    number          bigint not null,
    instant         timestamptz,
    settled_through timestamptz
);
insert into intake_clock (id, number) values (1, 0);

create table intake_batch (
    number       bigint primary key,
    instant      timestamptz not null unique,
    events       int         not null,
    data_through timestamptz,
    behind       boolean     not null
);

-- Every event as received, for ever, written once with its batch. An erased event does not repeat what is delivered again, and
-- does not contradict it.
create table event_log (
    event_id        uuid primary key,
    batch           bigint      not null,
    type            text        not null,
    source          text        not null,
    subject         text        not null,
    subject_version bigint,
    time            timestamptz not null,
    topic           text        not null,
    partition       int         not null,
    record_offset   bigint      not null,
    key             text,
    data            text        not null,
    erased          boolean     not null default false
);
create index event_log_batch on event_log (batch);
create index event_log_subject on event_log (subject, subject_version);
-- Completions that left a learner or a cohort: few, and the recount asks for all of them.
create index event_log_moved on event_log (batch)
    where type like 'kz.qadam.completion.%' and strpos(data, '"movedFrom"') > 0;

-- From when to when a dead letter was open, and how it ended.
create table dead_letter_span (
    id          uuid primary key references dead_letter,
    opened      bigint not null,
    closed      bigint not null default 9223372036854775807,
    subject     text,
    version     bigint,
    outcome     text check (outcome in ('retried', 'discarded', 'superseded')),
    reason      text,
    resolved_by text,
    change      xid8   not null default pg_current_xact_id()
);
create index dead_letter_span_change on dead_letter_span (change, id);
create index dead_letter_span_open on dead_letter_span (subject) where closed = 9223372036854775807;

-- The service's role only adds to the event log. An event that no rebuild could read has had no effect: when its dead letter
-- is resolved it moves to the batch in which it takes effect.
create function move_event(moved uuid, from_topic text, from_partition int, from_offset bigint, to_batch bigint)
returns boolean language plpgsql security definer as $$
begin
    update event_log set batch = to_batch
     where event_id = moved and topic = from_topic and partition = from_partition and record_offset = from_offset
       and batch < to_batch
       and exists (select from dead_letter letter
                    where letter.topic = from_topic and letter.partition = from_partition
                      and letter.record_offset = from_offset and letter.resolved_at is null);
    return found;
end $$;

-- How far the partitions of qadam.completions reached when it was taken in that a cohort was evaluated. All that follows
-- from the evaluation was in Kafka by then: so the cohort is provisional until the intake has passed these ends. An
-- original: it cannot be derived from the events.
create table evaluation_arrival (
    cohort  text     not null,
    version bigint   not null,
    opened  bigint   not null,
    closed  bigint   not null default 9223372036854775807,
    ends    bigint[] not null,
    primary key (cohort, version)
);
comment on column evaluation_arrival.opened is 'The batch that took it in';
comment on column evaluation_arrival.closed is 'The batch by which the ends were passed';
comment on column evaluation_arrival.ends is 'By partition: the offset after the last event';
create index evaluation_arrival_open on evaluation_arrival (cohort) where closed = 9223372036854775807;

-- Since when the figures have been provisional; null while they are final. Instances come and go.
create table provisional_since (
    id    boolean primary key default true check (id),
    since timestamptz
);
insert into provisional_since default values;

-- -------- Facts, which a rebuild derives from the event log again

-- Everything derived is derived anew when this version changes, before anything is taken in or answered.
create table derivation (
    id      int primary key check (id = 1),
    version int not null
);
insert into derivation (id, version) values (1, 0);

-- Programme, cohorts with their versions, courses and institutions: data is the event's, as received.
create table catalogue_fact (
    kind       text   not null,
    code       text   not null,
    from_batch bigint not null,
    to_batch   bigint not null,
    version    bigint not null,
    data       text   not null,
    primary key (kind, code, from_batch)
);
create unique index catalogue_fact_current on catalogue_fact (kind, code) where to_batch = 9223372036854775807;

-- The newest evaluation of each cohort: by which versions of the catalogue everybody in it has been judged.
create table evaluated (
    cohort     text   not null,
    from_batch bigint not null,
    to_batch   bigint not null,
    version    bigint not null,
    data       text   not null,
    primary key (cohort, from_batch)
);
create unique index evaluated_current on evaluated (cohort) where to_batch = 9223372036854775807;

-- Two learners who were found to be one person: who looks for the one is led to the other.
create table learner_alias (
    learner    uuid   not null,
    from_batch bigint not null,
    to_batch   bigint not null,
    version    bigint not null,
    surviving  uuid   not null,
    primary key (learner, from_batch)
);
create unique index learner_alias_current on learner_alias (learner) where to_batch = 9223372036854775807;
create index learner_alias_surviving on learner_alias (surviving);

-- Enrolments, completions and who is trained. cause: what brought the state about, in the words of reporting (report,
-- correction, revocation, merge, rule, programme). attributes: those of the enrolment (decision 242), JSON with sorted names;
-- null if there are none.
-- One state of a subject is of today and each other one ends with a batch of its own: so the primary key says which they are,
-- and that there is one of today. The indexes "of" serve the records behind a figure page by page, today; "past" those that
-- were known once, by the batches between which they were. from_batch is in them to pass over what is newer than the question,
-- and region to pass over the entries of other regions without a look at their rows.
create table enrolment_fact (
    enrolment    uuid   not null,
    from_batch   bigint not null,
    to_batch     bigint not null,
    version      bigint not null,
    reference    text   not null,
    institution  text   not null,
    learner      uuid   not null,
    course       text   not null,
    cohort       text   not null,
    region       text   not null,
    enrolled_on  date   not null,
    withdrawn_on date,
    cause        text   not null,
    attributes   text,
    primary key (enrolment, to_batch)
);
create index enrolment_fact_of_cohort on enrolment_fact (cohort, learner, enrolled_on, from_batch)
    where to_batch = 9223372036854775807;
create index enrolment_fact_past on enrolment_fact using gist (int8range(from_batch, to_batch))
    where to_batch < 9223372036854775807;
create index enrolment_fact_with_attributes on enrolment_fact (enrolment)
    where to_batch = 9223372036854775807 and attributes is not null;

create table completion_fact (
    completion      uuid        not null,
    from_batch      bigint      not null,
    to_batch        bigint      not null,
    version         bigint      not null,
    reference       text        not null,
    institution     text        not null,
    enrolment       uuid        not null,
    learner         uuid        not null,
    course          text        not null,
    cohort          text        not null,
    region          text        not null,
    completed_on    date        not null,
    status          text        not null,
    counts          boolean     not null,
    because         text,
    trained_version bigint      not null,
    cause           text        not null,
    -- When the state was recorded by who published it.
    recorded_at     timestamptz not null,
    attributes      text,
    primary key (completion, to_batch)
);
create index completion_fact_learner on completion_fact (learner) where to_batch = 9223372036854775807;
-- A partner asks by its own reference.
create index completion_fact_reference on completion_fact (institution, reference);
create index completion_fact_of_cohort on completion_fact (cohort, completed_on, completion, from_batch, region)
    where to_batch = 9223372036854775807;
create index completion_fact_of_institution on completion_fact (cohort, institution, completed_on, completion, from_batch)
    where to_batch = 9223372036854775807;
create index completion_fact_past on completion_fact using gist (int8range(from_batch, to_batch))
    where to_batch < 9223372036854775807;
-- What a batch brought, and what it ended.
create index completion_fact_by_batch on completion_fact (from_batch);
create index completion_fact_closed on completion_fact (cohort, to_batch) where to_batch < 9223372036854775807;
create index completion_fact_with_attributes on completion_fact (completion)
    where to_batch = 9223372036854775807 and attributes is not null;

-- trained_on and what follows it are null while the learner is not trained.
create table trained_fact (
    learner             uuid   not null,
    cohort              text   not null,
    from_batch          bigint not null,
    to_batch            bigint not null,
    version             bigint not null,
    programme_version   bigint not null,
    cohort_version      bigint not null,
    trained_on          date,
    completion          uuid,
    institution         text,
    region              text,
    course              text,
    requirement_version bigint,
    cause               text   not null,
    attributes          text,
    primary key (learner, cohort, to_batch)
);
create index trained_fact_of_cohort on trained_fact (cohort, trained_on, learner, from_batch, region)
    where to_batch = 9223372036854775807 and trained_on is not null;
create index trained_fact_of_institution on trained_fact (cohort, institution, trained_on, learner, from_batch)
    where to_batch = 9223372036854775807 and trained_on is not null;
create index trained_fact_past on trained_fact using gist (int8range(from_batch, to_batch))
    where to_batch < 9223372036854775807;
create index trained_fact_by_batch on trained_fact (from_batch);
create index trained_fact_closed on trained_fact (cohort, to_batch) where to_batch < 9223372036854775807;

-- What each institution reported on each day, as progress-service published it. untold_now: revoked before it was published,
-- so it is not on its way.
create table tally (
    institution text   not null,
    day         date   not null,
    from_batch  bigint not null,
    to_batch    bigint not null,
    version     bigint not null,
    received    bigint not null,
    accepted    bigint not null,
    pending     bigint not null,
    refused     bigint not null,
    duplicate   bigint not null,
    conflict    bigint not null,
    rejected    bigint not null,
    pending_now bigint not null,
    refused_now bigint not null,
    untold_now  bigint not null default 0,
    primary key (institution, day, from_batch)
);
create unique index tally_current on tally (institution, day) where to_batch = 9223372036854775807;
-- A tally is published anew each few seconds while something comes in: a question about the past goes to those of that time.
create index tally_past on tally using gist (int8range(from_batch, to_batch)) where to_batch < 9223372036854775807;
-- Empty as long as all is well, so that the check costs nothing.
create index tally_unreconciled on tally (institution, day)
    where to_batch = 9223372036854775807
      and received <> accepted + pending + refused + duplicate + conflict + rejected;

-- -------- The roll-up, which a rebuild derives again

-- As of today: how much of each measure one cause brought into a place on a day. A figure is the sum over the causes. grain is
-- the dimension, which the code declares (Dimension); the place is its member, and empty for the nation; an empty cohort is
-- all of them; 0001-01-01 is "whatever the day". Codes are compared by their bytes, since thousands of rows are looked up for
-- each batch. A batch changes a row where it is, so that no index has to be changed.
create table rollup_cell (
    grain       text   not null collate "C",
    cohort      text   not null collate "C",
    place       text   not null collate "C",
    day         date   not null,
    cause       text   not null collate "C",
    from_batch  bigint not null,
    trained     int    not null,
    completions int    not null,
    completed   int    not null,
    enrolled    int    not null,
    people      int    not null,
    primary key (grain, cohort, place, day, cause)
) with (fillfactor = 60);

-- What the roll-up was, from a batch until before another. A row is found by how long it lasted, in powers of two: of those
-- that lasted up to 2^n batches, one that was there at a batch ended at most 2^n batches later. At most two rows of a cell
-- are between, so that a question costs what its answer is large, however much has happened before and since.
create table rollup_cell_past (
    grain       text   not null collate "C",
    cohort      text   not null collate "C",
    place       text   not null collate "C",
    day         date   not null,
    cause       text   not null collate "C",
    from_batch  bigint not null,
    to_batch    bigint not null,
    trained     int    not null,
    completions int    not null,
    completed   int    not null,
    enrolled    int    not null,
    people      int    not null,
    lasted      int    not null generated always as (length(to_bin(to_batch - from_batch - 1))) stored
);
create index rollup_cell_past_known on rollup_cell_past (grain, lasted, to_batch);

-- -------- Recounts: originals, asked once, kept with what they found

-- alive_until: until when somebody works on it for certain, who says so again and again; one that nobody works on any more has
-- come to no end. awaited: the trained states that had not arrived at a daily recount; a learner who still waits for the same
-- state at the next one has lost it.
create table recount (
    id           uuid primary key,
    batch        bigint      not null,
    as_of        timestamptz,
    on_day       date        not null,
    cohort       text,
    requested_by text        not null,
    requested_at timestamptz not null default now(),
    instance     text        not null,
    result       text,
    failed       boolean     not null default false,
    finished_at  timestamptz,
    alive_until  timestamptz,
    awaited      jsonb
);
create index recount_unfinished on recount (id) where finished_at is null;

-- -------- Releases: what the public sees, originals that are only added

create table release_series (
    id        int primary key check (id = 1),
    opened_at timestamptz not null,
    opened_by text        not null,
    starts_on date        not null,
    rhythm    text        not null
);
comment on column release_series.starts_on is
    'The first day of the programme when the series was opened; releases are numbered from it';
create trigger release_series_is_only_added before update or delete or truncate on release_series
    for each statement execute function refuse_change();

create table release (
    number      bigint primary key check (number >= 1),
    through     timestamptz not null,
    on_day      date        not null,
    public_from timestamptz not null,
    made_at     timestamptz not null default clock_timestamp(),
    batch       bigint      not null,
    rule        int         not null,
    body        bytea       not null,
    digest      text        not null generated always as (encode(sha256(body), 'hex')) stored
);
comment on column release.batch is 'What was known at the release; it is not public';
comment on column release.body is 'The public document, byte for byte';
create trigger release_is_only_added before update or delete or truncate on release
    for each statement execute function refuse_change();

-- From which day on each version of the rule decides what a release publishes. A row is written once, when a version first
-- starts: at the next month end if there are releases of an earlier version, which are repeated until then.
create table release_rule (
    rule        int primary key,
    begins_on   date        not null,
    recorded_at timestamptz not null default clock_timestamp()
);
comment on column release_rule.begins_on is 'The local day of the first release that this version decides';
create trigger release_rule_is_only_added before update or delete or truncate on release_rule
    for each statement execute function refuse_change();

-- A figure as it was published: an original, kept byte for byte. release is null, and batch is not, if it was published before
-- releases existed.
create table publication (
    name         text primary key,
    as_of        timestamptz not null,
    on_day       date        not null,
    batch        bigint,
    published_at timestamptz not null,
    published_by text        not null,
    id           uuid        not null unique,
    body         bytea       not null,
    changed      xid8        not null default pg_current_xact_id(),
    release      bigint references release
);
create index publication_change on publication (changed, id);
-- The order of the public list, which must not depend on the transactions of other work.
create index publication_of_release on publication (published_at) where release is not null;

-- -------- Erasures, and blocks for a time: originals. They are never deleted: what is delivered late is overwritten too

create table blocked_learner (
    learner       uuid primary key,
    erased        boolean not null,
    by_erasure    boolean not null default true,
    for_a_time    boolean not null default false,
    block_version bigint  not null default 0,
    in_force      boolean not null generated always as (by_erasure or erased or for_a_time) stored
);
comment on table blocked_learner is
    'Every id of a person who is or was blocked: by an accepted erasure, for a time, or both';
comment on column blocked_learner.by_erasure is
    'The default is for instances of the version before, which know no other block';
comment on column blocked_learner.block_version is
    'The highest version of a block for a time that names this id; 0: none has arrived';

create table erased_enrolment (
    enrolment uuid primary key
);

create table erased_completion (
    completion uuid primary key,
    reference  text   not null,
    version    bigint not null
);
comment on column erased_completion.version is 'Of the event with the reference: a later one may have other references';
comment on column erased_completion.reference is 'The new one. It has the place of the former one in the order of rule 2';

-- The data of an event with another reference. Everything else keeps its bytes.
create function with_reference(data text, reference text) returns text language sql immutable
return regexp_replace(data, '"reference"\s*:\s*"(\\.|[^"\\])*"', '"reference":"' || reference || '"');

-- Overwrites the references in events, facts and dead letters; figures, days and states stay. Only what is in the three tables
-- above is overwritten, whatever the arguments name. A column with free text belongs into this function: ErasedTextsTest says
-- so.
create function erase_texts(learners uuid[], enrolments uuid[], completions uuid[]) returns void
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
