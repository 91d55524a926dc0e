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
