-- The transactional outbox of all publishers of a service: events as they will be sent. A row is here until Kafka has
-- acknowledged it; it is claimed by being here, never by a cursor over its number, since a lower number may be committed
-- later.
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
