-- That two learners are one person. The absorbed one is an alias of the surviving from then on: whoever is found under
-- the one is the other. Nothing that was recorded under the absorbed one is rewritten.
create table learner_merge (
    absorbed          uuid primary key references learner,
    surviving         uuid        not null references learner,
    named             uuid        not null,
    enrolments        int         not null,
    reason            text        not null,
    decided_by        text        not null,
    decided_at        timestamptz not null,
    version           int         not null default 1,
    recorded_at       timestamptz not null,
    published_version int         not null default 0,
    parked            text,
    trace             text,
    changed           xid8        not null default pg_current_xact_id(),
    check (absorbed <> surviving)
);
comment on column learner_merge.surviving is 'Never itself absorbed: when it is, this is pointed on, as a new version';
comment on column learner_merge.named is 'The surviving one as it was decided';
create index learner_merge_by_change on learner_merge (changed, absorbed);
create index learner_merge_by_surviving on learner_merge (surviving);
create index learner_merge_unpublished on learner_merge (absorbed) where published_version < version;
