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
