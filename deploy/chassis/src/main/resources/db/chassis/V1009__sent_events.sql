-- Events that Kafka has acknowledged, for three to four days: if Kafka loses its tail, they are sent again as they were. A day
-- has one of five slots, which is emptied before its turn comes again.
create table sent_event (
    slot          smallint    not null default (extract(epoch from now())::bigint / 86400 % 5),
    publisher     text        collate "C" not null,
    seq           bigint      not null,
    id            uuid        not null,
    key           text        not null,
    type          text        not null,
    subject       text        not null,
    time          timestamptz not null,
    data          text        not null,
    partition     int         not null,
    record_offset bigint      not null,
    sent_at       timestamptz not null default now()
) partition by list (slot);
comment on column sent_event.seq is 'The place in the outbox: so events that are sent again keep their order';
create table sent_event_0 partition of sent_event for values in (0);
create table sent_event_1 partition of sent_event for values in (1);
create table sent_event_2 partition of sent_event for values in (2);
create table sent_event_3 partition of sent_event for values in (3);
create table sent_event_4 partition of sent_event for values in (4);

-- Up to which event of each partition Kafka was seen to have all of a publisher. It stays when the event is not kept any more.
create table sent_compared (
    publisher     text   collate "C" not null,
    partition     int    not null,
    seq           bigint not null,
    record_offset bigint not null,
    id            uuid   not null,
    primary key (publisher, partition)
);

-- The topics to which this service has sent. One that is created anew has another id, and does not have the events.
create table sent_topic (
    topic    text primary key,
    topic_id text not null
);

-- Empties the slot of tomorrow, unless it has events of the last three days, or none are newer than its own.
create function empty_sent_events() returns void language plpgsql security definer as $$
declare
    tomorrow constant text := 'sent_event_' || (extract(epoch from now())::bigint / 86400 + 1) % 5;
    newest   timestamptz;
begin
    execute format('select max(sent_at) from %I', tomorrow) into newest;
    if newest < now() - interval '3 days' and exists (select from sent_event where sent_at > newest) then
        execute format('truncate %I', tomorrow);
    end if;
end $$;
