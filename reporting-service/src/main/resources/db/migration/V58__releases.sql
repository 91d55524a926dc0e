-- What the public sees: originals that no rebuild touches. They are only added.
create table release_series (
    id        int primary key check (id = 1),
    opened_at timestamptz not null,
    opened_by text        not null,
    starts_on date        not null,
    rhythm    text        not null
);
comment on column release_series.starts_on is 'The first day of the programme when the series was opened; releases are numbered from it';

create table release (
    number      bigint primary key check (number >= 1),
    through     timestamptz not null,
    on_day      date        not null,
    public_from timestamptz not null,
    made_at     timestamptz not null default clock_timestamp(),
    batch       bigint      not null,
    rule        int         not null,
    body        bytea       not null,
    digest      text        not null generated always as (encode(sha256(body), 'hex')) stored
);
comment on column release.batch is 'What was known at the release; it is not public';
comment on column release.body is 'The public document, byte for byte';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are only added', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger release_series_is_only_added before update or delete or truncate on release_series
    for each statement execute function refuse_change();
create trigger release_is_only_added before update or delete or truncate on release
    for each statement execute function refuse_change();

-- Null: published before releases existed.
alter table publication add column release bigint references release;
-- The order of the public list, which must not depend on the transactions of other work.
create index publication_of_release on publication (published_at) where release is not null;
alter table publication alter column batch drop not null;
