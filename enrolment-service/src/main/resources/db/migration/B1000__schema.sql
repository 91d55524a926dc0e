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

-- ======== enrolment-service ========

-- -------- The catalogue, which the office keeps. Each thing carries its newest version.

create table programme (
    code        text primary key,
    version     int         not null,
    trace       text,
    recorded_at timestamptz not null
);

create table programme_version (
    id          uuid primary key default gen_random_uuid(),
    programme   text        not null references programme,
    version     int         not null,
    starts_on   date        not null,
    horizon     date        not null,
    zone        text        not null,
    recorded_at timestamptz not null,
    unique (programme, version),
    check (starts_on <= horizon)
);

create table programme_milestone (
    programme_version uuid not null references programme_version,
    code              text not null,
    day               date not null,
    primary key (programme_version, code)
);

-- The office creates cohorts, and withdraws one in which nobody was ever enrolled. Its row stays, so that versions go on if
-- the code is created again: those before first_version were withdrawn and are not in force on any day.
create table cohort (
    code          text primary key,
    place         int         not null unique,
    name_kk       text        not null,
    name_ru       text        not null,
    name_en       text        not null,
    version       int         not null,
    trace         text,
    recorded_at   timestamptz not null,
    withdrawn     boolean     not null default false,
    first_version int         not null default 1
);

-- Target, requirement and plan of a cohort from a day on. A requirement without any of its three members is met by any one
-- completed course. The plan is {"milestones": [{"on", "trained" | "percent"}], "season": [12 weights]}; null: evenly.
create table cohort_version (
    id          uuid primary key default gen_random_uuid(),
    cohort      text        not null references cohort,
    version     int         not null,
    valid_from  date        not null,
    target      int check (target >= 0),
    courses     text[],
    min_courses int check (min_courses > 0),
    hours       int check (hours > 0),
    reason      text        not null,
    recorded_at timestamptz not null,
    plan        jsonb,
    unique (cohort, version)
);

create table institution (
    code        text primary key,
    id          uuid        not null unique,
    bin         text,
    kind        text        not null,
    name_kk     text        not null,
    name_ru     text        not null,
    name_en     text        not null,
    region      text,
    status      text        not null,
    version     int         not null,
    trace       text,
    recorded_at timestamptz not null,
    changed     xid8        not null default pg_current_xact_id(),
    owner       text
);
-- Institutions that belong to one organisation count as one in what is published of their people.
comment on column institution.owner is
    'The business identification number of the organisation that it belongs to; null: to nobody else';
create index institution_by_change on institution (changed, id);

create table course (
    code        text primary key,
    id          uuid        not null unique,
    name_kk     text        not null,
    name_ru     text        not null,
    name_en     text        not null,
    hours       int         not null check (hours > 0),
    area        text        not null,
    version     int         not null,
    trace       text,
    recorded_at timestamptz not null,
    changed     xid8        not null default pg_current_xact_id()
);
create index course_by_change on course (changed, id);

-- Lists are in the order of last change.
create function note_change() returns trigger language plpgsql as $$
begin
    new.changed := pg_current_xact_id();
    return new;
end
$$;
create trigger institution_changes before update on institution
    for each row when (old.version <> new.version) execute function note_change();
create trigger course_changes before update on course
    for each row when (old.version <> new.version) execute function note_change();

-- On which basis an institution sends the people of a cohort, as it has declared. Rows are only added. On a day, the
-- declaration with the highest version is in force of those whose first day has come.
create table declared_basis (
    id          uuid primary key,
    institution text        not null references institution,
    cohort      text        not null references cohort,
    version     int         not null,
    basis       text        not null,
    since       date        not null,
    document    text        not null,
    declared_at timestamptz not null,
    declared_by text        not null,
    unique (institution, cohort, version)
);

-- -------- Keys of institutions. A secret is 256 random bits and is not here: only its digest. No row is deleted, so that it
-- stays known whose key a record names.

create table institution_key (
    id                uuid primary key,
    institution       text        not null references institution,
    sha256            text        not null unique,
    label             text,
    created_at        timestamptz not null,
    created_by        text        not null,
    expires_at        timestamptz not null,
    revoked_at        timestamptz,
    revoked_by        text,
    revocation_reason text,
    version           int         not null,
    trace             text,
    changed           xid8        not null default pg_current_xact_id(),
    check ((revoked_at is null) = (version = 1))
);
create index institution_key_by_change on institution_key (changed, id);
create index institution_key_by_institution_and_change on institution_key (institution, changed, id);

-- -------- Learners

-- A learner is a random surrogate. The number or document itself is here only sealed (AES-256-GCM, bound to the learner's
-- id), and findable only by a keyed hash. Which key was used is kept beside each, so that keys can be rotated. After its
-- retention, and by an erasure, the number is removed; the learner stays, since enrolments name it.
create table learner (
    id          uuid primary key,
    cipher_key  text,
    nonce       bytea,
    sealed      bytea,
    recorded_at timestamptz not null
);
create index learner_without_number on learner (id) where cipher_key is null;

create table learner_key (
    hash       bytea primary key,
    key_id     text not null,
    learner_id uuid not null references learner on delete cascade
);
create index learner_key_by_learner on learner_key (learner_id);

-- Keys of the vault that have gone for good: nothing new comes under them, also from an instance that has not noticed.
create table retired_key (
    purpose    text        not null,
    id         text        not null,
    retired_at timestamptz not null default now(),
    primary key (purpose, id)
);
comment on column retired_key.purpose is 'lookup or cipher';

-- Under which keys each running instance takes new learners in. One that says nothing for a while runs no more.
create table vault_instance (
    instance   text primary key,
    lookup_key text        not null,
    cipher_key text        not null,
    seen_at    timestamptz not null
);

-- Two learners who are one person. The absorbed one is an alias of the surviving one from then on; nothing that was recorded
-- under the absorbed one is rewritten.
create table learner_merge (
    absorbed    uuid primary key references learner,
    surviving   uuid        not null references learner,
    named       uuid        not null,
    enrolments  int         not null,
    reason      text        not null,
    decided_by  text        not null,
    decided_at  timestamptz not null,
    version     int         not null default 1,
    recorded_at timestamptz not null,
    trace       text,
    changed     xid8        not null default pg_current_xact_id(),
    check (absorbed <> surviving)
);
comment on column learner_merge.surviving is 'Never itself absorbed: when it is, this is pointed on, as a new version';
comment on column learner_merge.named is 'The surviving one as it was decided';
create index learner_merge_by_change on learner_merge (changed, absorbed);
create index learner_merge_by_surviving on learner_merge (surviving);

-- A merge that the office has undone. The alias is removed from learner_merge; the version of the alias goes on from here.
create table learner_split (
    id               uuid primary key,
    absorbed         uuid        not null references learner,
    surviving        uuid        not null references learner,
    named            uuid[]      not null,
    enrolments       int         not null,
    reason           text        not null,
    decided_by       text        not null,
    decided_at       timestamptz not null,
    version          int         not null,
    merge_reason     text        not null,
    merge_decided_by text        not null,
    merge_decided_at timestamptz not null,
    trace            text,
    changed          xid8        not null default pg_current_xact_id(),
    unique (absorbed, version)
);
comment on column learner_split.surviving is 'The learner of both until the split';
comment on column learner_split.named is 'The enrolments that the office gave to the absorbed learner in addition to its own';
comment on column learner_split.version is 'Of the alias: one more than the last version of the merge';
create index learner_split_by_change on learner_split (changed, id);
create index learner_split_by_surviving on learner_split (surviving);

-- -------- Enrolments

-- The present state of each. How it came about is here too, so that enrolling costs no second row.
create table enrolment (
    id                uuid primary key,
    institution       text        collate "C" not null,
    reference         text        collate "C" not null,
    learner_id        uuid        not null references learner,
    course            text        not null,
    cohort            text        not null,
    -- What counts; sent_region is null where it was derived from the institution.
    region            text        not null,
    sent_region       text,
    enrolled_on       date        not null,
    withdrawn_on      date,
    withdrawal_reason text,
    version           int         not null default 1,
    event             text        not null default 'enrolled',
    recorded_at       timestamptz not null,
    trace             text,
    reason            text,
    by_role           text,
    unique (institution, reference)
);
comment on column enrolment.event is 'What brought the newest version about: enrolled, withdrawn, corrected, merged or split';
comment on column enrolment.reason is 'What was given with the change that made the newest version';
comment on column enrolment.by_role is 'partner or office; null in versions from before this was kept';
create index enrolment_by_learner on enrolment (learner_id);
create index enrolment_by_course on enrolment (course);

-- What a completion moves of an enrolment, and what lists are in the order of: apart from the enrolment, so that no
-- completion writes the whole row anew, with an entry in each of its indexes.
create table enrolment_standing (
    enrolment_id uuid primary key,
    whose        text    collate "C" not null,
    completed    boolean not null default false,
    changed      xid8    not null default pg_current_xact_id()
);
comment on column enrolment_standing.whose is 'The institution, for its lists';
comment on column enrolment_standing.completed is
    'Whether an accepted completion is known. It changes no version: others derive it themselves';
create index enrolment_standing_by_change on enrolment_standing (changed, enrolment_id);
create index enrolment_standing_by_whose_and_change on enrolment_standing (whose, changed, enrolment_id);

-- Every former state of every enrolment, written when the next one replaces it.
create table former_enrolment (
    enrolment_id uuid not null references enrolment,
    version      int  not null,
    event        text not null,
    learner_id   uuid not null,
    course       text not null,
    cohort       text not null,
    region       text,
    sent_region  text,
    enrolled_on  date not null,
    withdrawn_on date,
    reason       text,
    by_role      text,
    recorded_at  timestamptz,
    primary key (enrolment_id, version)
);
comment on column former_enrolment.region is 'Null where it was derived and was not kept';
comment on column former_enrolment.recorded_at is 'Null where it was not kept';

-- What progress-service says about completions, as far as the status of an enrolment and the retention depend on it.
-- known_at: when this service heard of it last.
create table completion (
    id           uuid primary key,
    enrolment_id uuid        not null,
    accepted     boolean     not null,
    version      int         not null,
    known_at     timestamptz not null default now()
);
create index completion_by_enrolment on completion (enrolment_id);

-- -------- Erasures, and blocks for a time

-- The office erases a learner: the learner is blocked at once, and erased when no file may hold the number any more.
create table erasure (
    id           uuid primary key,
    learner      uuid        not null unique references learner,
    reason       text        not null,
    explanation  text,
    requested_by text        not null,
    state        text        not null check (state in ('blocked', 'erased')),
    blocked_at   timestamptz not null,
    erased_at    timestamptz,
    version      int         not null,
    trace        text,
    changed      xid8        not null default pg_current_xact_id(),
    files_before xid8        not null default pg_snapshot_xmax(pg_current_snapshot()),
    check ((state = 'erased') = (erased_at is not null))
);
comment on column erasure.learner is 'The surviving learner of all aliases';
comment on column erasure.explanation is 'It may name the person, so it is cleared with the rest';
comment on column erasure.files_before is 'It waits for files that were received in an earlier transaction than this';
create index erasure_by_change on erasure (changed, id);
create index erasure_blocked on erasure (blocked_at) where state = 'blocked';

-- Learners whom institutions can neither read nor enrol: those whose erasure is accepted, which is never undone, and those
-- whom the office blocks until what is held is settled. A row is never deleted; a block for a time is lifted.
create table blocked_learner (
    learner    uuid primary key references learner,
    erasure    uuid references erasure,
    erased     boolean not null default false,
    person     uuid references learner,
    reason     text check (reason in ('disputed', 'unlawful', 'requested')),
    blocked_by text,
    blocked_at timestamptz,
    lifted_by  text,
    lifted_at  timestamptz,
    version    int     not null default 0,
    trace      text,
    in_force   boolean not null
        generated always as (erasure is not null or blocked_at is not null and lifted_at is null) stored
);
comment on table blocked_learner is 'One row for each id of the person: by an accepted erasure, for a time, or both';
comment on column blocked_learner.erasure is 'Null if no erasure is accepted. It is for ever';
comment on column blocked_learner.person is
    'The surviving learner of the newest block for a time; this and all below are of that block';
comment on column blocked_learner.version is
    'Of the newest state of the block for a time, the same for all ids of the person; 0: none was published';
create index blocked_learner_by_erasure on blocked_learner (erasure);
create index blocked_learner_by_person on blocked_learner (person);
create index blocked_learner_not_erased on blocked_learner (learner) where in_force and not erased;

-- What an institution has to forget. It has to know which references, so these are kept until it confirms, or until
-- cleared_after.
create table erasure_task (
    id                   uuid primary key,
    erasure              uuid        not null references erasure,
    institution          text        not null,
    enrolment_references text[],
    created_at           timestamptz not null,
    cleared_after        timestamptz not null,
    confirmed_at         timestamptz,
    confirmed_by         text,
    outcome              text check (outcome in ('forgotten', 'kept-by-law')),
    changed              xid8        not null default pg_current_xact_id(),
    unique (erasure, institution)
);
create index erasure_task_by_change on erasure_task (changed, id);
create index erasure_task_by_institution_and_change on erasure_task (institution, changed, id);
create index erasure_task_with_references on erasure_task (cleared_after) where enrolment_references is not null;

-- The data of an event with another reference. Everything else keeps its bytes.
create function with_reference(data text, reference text) returns text language sql immutable
return regexp_replace(data, '"reference"\s*:\s*"(\\.|[^"\\])*"', '"reference":"' || reference || '"');

-- Removes the number of a blocked learner and of its aliases, and overwrites every text that may name the person. A column
-- with free text belongs into this function: ErasedTextsTest says so.
create function erase_learner(blocked uuid) returns void language plpgsql security definer as $$
declare
    learners   constant uuid[] := array(select b.learner from blocked_learner b join erasure e on e.id = b.erasure
                                         where e.learner = blocked);
    enrolments constant uuid[] := array(select id from enrolment where learner_id = any(learners));
begin
    if cardinality(learners) = 0 then
        raise exception 'This learner is not blocked';
    end if;

    -- A rotation of the keys locks the rows in the same way, and finds no number afterwards.
    perform from learner where id = any(learners) order by id for no key update;
    delete from learner_key where learner_id = any(learners);
    update learner set cipher_key = null, nonce = null, sealed = null where id = any(learners);

    -- Nobody can guess the new references, so nobody can have used one of them before.
    update enrolment set reference = 'erased-' || gen_random_uuid(), withdrawal_reason = null, reason = null
     where id = any(enrolments);
    update enrolment_standing set changed = pg_current_xact_id() where enrolment_id = any(enrolments);
    update former_enrolment set reason = null where enrolment_id = any(enrolments) or learner_id = any(learners);
    update learner_merge set reason = 'erased' where surviving = any(learners) or absorbed = any(learners);
    update learner_split set reason = 'erased', merge_reason = 'erased'
     where surviving = any(learners) or absorbed = any(learners);
    update erasure set explanation = null where learner = blocked;

    update outbox_event o set data = with_reference(o.data, e.reference)
      from enrolment e
     where e.id = any(enrolments) and o.publisher = 'enrolments' and o.subject = e.id::text;
    -- Of what could not be taken in: the bytes may be anything.
    update dead_letter letter
       set value = case when position('\x00'::bytea in value) > 0 then ''
                        else convert_to(with_reference(convert_from(value, 'LATIN1'), 'erased'), 'LATIN1') end
      from unnest(enrolments) as erased (id)
     where position(convert_to(erased.id::text, 'LATIN1') in letter.value) > 0;

    if to_regprocedure('clear_trail_text(text[])') is not null then
        execute 'select clear_trail_text($1)' using (learners || enrolments)::text[];
    end if;
end $$;

-- -------- What a new installation begins with. The other services do not know it yet.

insert into programme (code, version, recorded_at) values ('ai-skills', 1, now());
insert into programme_version (programme, version, starts_on, horizon, zone, recorded_at)
values ('ai-skills', 1, '2026-01-01', '2030-12-31', 'Asia/Almaty', now());
insert into programme_milestone (programme_version, code, day)
select id, 'digital-nation', '2028-09-08' from programme_version;

insert into cohort (code, place, name_kk, name_ru, name_en, version, recorded_at) values
    ('pupils', 1, 'Мектеп оқушылары', 'Школьники', 'School pupils', 1, now()),
    ('students', 2, 'Студенттер', 'Студенты', 'Students', 1, now()),
    ('civil-servants', 3, 'Мемлекеттік қызметшілер', 'Государственные служащие', 'Civil servants', 1, now()),
    ('business', 4, 'Бизнес өкілдері', 'Представители бизнеса', 'Business representatives', 1, now()),
    ('citizens', 5, 'Азаматтар', 'Граждане', 'Citizens', 1, now());

-- Valid from before any programme, so that every day has a version. The plans hold until the office says otherwise: on the day
-- of the milestone digital-nation as much as an even pace has on it, 981 of 1825 days; school and academic years as they are
-- in Kazakhstan.
insert into cohort_version (cohort, version, valid_from, target, plan, reason, recorded_at)
select cohort, 1, '2000-01-01', target, plan::jsonb, reason, now()
  from (values
    ('pupils', 500000, 'The five-year plan',
     '{"milestones": [{"on": "2028-09-08", "percent": 54}], "season": [8, 10, 7, 10, 8, 0, 0, 0, 10, 8, 10, 10]}'),
    ('students', 300000, 'The five-year plan',
     '{"milestones": [{"on": "2028-09-08", "percent": 54}], "season": [8, 8, 10, 10, 12, 8, 0, 0, 8, 10, 10, 12]}'),
    ('civil-servants', 90000, 'The five-year plan', '{"milestones": [{"on": "2028-09-08", "percent": 54}]}'),
    ('business', 80000, 'The five-year plan', '{"milestones": [{"on": "2028-09-08", "percent": 54}]}'),
    ('citizens', null, 'The five-year plan names no number', null)) as seed (cohort, target, reason, plan);

insert into republish_request (publisher, subject)
select 'catalogue', subject
  from (select 'programme/' || code as subject, 0 as place from programme
        union all
        select 'cohort/' || code, place from cohort) as thing
 order by place;
