-- The keys of institutions as enrolment-service describes them, each in its newest state.
create table institution_key (
    id          uuid primary key,
    institution text        not null,
    sha256      text        not null,
    expires_at  timestamptz not null,
    revoked     boolean     not null,
    version     int         not null,
    changed     xid8        not null default pg_current_xact_id()
);
create index institution_key_by_change on institution_key (changed);
create index institution_key_by_institution on institution_key (institution);

-- Until when all changes are here (null before the first confirmation), and how many states that are.
create table institution_key_confirmation (
    confirmed_at timestamptz,
    states       bigint not null
);
insert into institution_key_confirmation values (null, 0);
