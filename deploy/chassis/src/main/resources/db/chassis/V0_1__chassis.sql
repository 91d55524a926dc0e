-- How far each partition of Kafka was taken in. The offsets live beside what was taken in, and move in its transaction.
create table intake_offset (
    topic       text   not null,
    partition   int    not null,
    cluster_id  text   not null,
    topic_id    text   not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

-- One relay at a time.
create table lease (
    name  text primary key,
    owner text        not null,
    until timestamptz not null
);

-- What could not be read, as it came.
create table dead_letter (
    id            uuid primary key,
    topic         text        not null,
    partition     int         not null,
    record_offset bigint      not null,
    event_id      text,
    event_type    text,
    event_source  text,
    event_time    text,
    subject       text,
    key           bytea,
    value         bytea,
    reason        text        not null,
    received_at   timestamptz not null default now(),
    copied_at     timestamptz,
    resolved_at   timestamptz,
    unique (topic, partition, record_offset)
);
create index dead_letter_open on dead_letter (id) where resolved_at is null;
create index dead_letter_uncopied on dead_letter (id) where copied_at is null;
