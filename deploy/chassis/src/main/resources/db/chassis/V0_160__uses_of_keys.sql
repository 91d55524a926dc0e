-- When each key of an institution was used in this service last, to the minute.
create table key_use (
    key_id       uuid primary key,
    last_used_at timestamptz not null
);
