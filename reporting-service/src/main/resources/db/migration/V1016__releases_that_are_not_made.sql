-- After the database went back to a backup, nobody can count any more what was known at the instants since: the releases that
-- were due meanwhile, and that nobody has a copy of, are not made.
create table release_not_made (
    through   bigint      primary key,
    noted_at  timestamptz not null default clock_timestamp()
);
comment on column release_not_made.through is 'Numbers up to this one that have no release';
