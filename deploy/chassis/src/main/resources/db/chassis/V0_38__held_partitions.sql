-- While some partitions of Kafka take nothing and others do: since when the oldest event waits for one of the others, so
-- that what waits for the held ones does not count towards the age of the backlog.
create table relay_held (
    mail             text primary key,
    partitions       int         not null,
    oldest_of_others timestamptz,
    seen_at          timestamptz not null
);
