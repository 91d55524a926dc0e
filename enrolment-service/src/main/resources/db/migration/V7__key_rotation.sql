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
