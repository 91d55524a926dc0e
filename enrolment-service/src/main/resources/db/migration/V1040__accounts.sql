-- What the provider of logins does not keep of the accounts of people. Names and mail addresses are the provider's alone.
create table account (
    id            uuid primary key,
    changed_at    timestamptz not null,
    link_sha256   text unique,
    link_ends_at  timestamptz,
    check ((link_sha256 is null) = (link_ends_at is null))
);
comment on column account.id is 'The id at the provider, which is the subject of tokens';
comment on column account.changed_at is 'When it was last changed here';
comment on column account.link_sha256 is 'The digest of the code of its link; null if none waits to be used';
