-- Files that were sent, and what became of their rows. The numbers stay; what the rows say goes after some days.
create table import_job (
    id          uuid        primary key,
    kind        text        not null,
    -- The institution that sent it; null: the office.
    sender      text,
    file_name   text,
    header      text[],
    separator   text        not null,
    trace       text,
    status      text        not null default 'receiving' check (status in ('receiving', 'waiting', 'running', 'finished')),
    received    int         not null default 0,
    processed   int         not null default 0,
    accepted    int         not null default 0,
    pending     int         not null default 0,
    refused     int         not null default 0,
    duplicate   int         not null default 0,
    conflict    int         not null default 0,
    rejected    int         not null default 0,
    created_at  timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz,
    expires_at  timestamptz not null,
    -- Whether nothing but its numbers is left.
    expired     boolean     not null default false,
    -- When somebody last did something for it; whoever has waited longest is next.
    worked_at   timestamptz not null default clock_timestamp(),
    check (processed = accepted + pending + refused + duplicate + conflict + rejected),
    check (processed <= received)
);
create index import_job_of_sender on import_job (kind, sender, id);
create index import_job_unfinished on import_job (worked_at) where status <> 'finished';
create index import_job_expiring on import_job (expires_at) where not expired;

-- A part of a file, encrypted: rows that wait to be taken, or rows that were not taken and why.
create table import_part (
    job     uuid  not null references import_job on delete cascade,
    content text  not null check (content in ('rows', 'errors')),
    number  int   not null,
    key_id  text  not null,
    nonce   bytea not null,
    sealed  bytea not null,
    primary key (job, content, number)
);
-- It is compressed already.
alter table import_part alter sealed set storage external;
