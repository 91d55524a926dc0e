-- The keys of institutions. A secret is 256 random bits and is not here: only its digest. No row is deleted, so that it stays
-- known whose key a record names.
create table institution_key (
    id                uuid primary key,
    institution       text        not null references institution,
    sha256            text        not null unique,
    label             text,
    created_at        timestamptz not null,
    created_by        text        not null,
    expires_at        timestamptz not null,
    revoked_at        timestamptz,
    revoked_by        text,
    revocation_reason text,
    version           int         not null,
    trace             text,
    changed           xid8        not null default pg_current_xact_id(),
    check ((revoked_at is null) = (version = 1))
);
create index institution_key_by_change on institution_key (changed, id);
create index institution_key_by_institution_and_change on institution_key (institution, changed, id);
