-- One row for each (institution, reference), for ever. A revocation that comes before its completion puts the row here
-- without content; both meet on the unique index.
create table completion (
    id           uuid primary key,
    institution  text not null,
    reference    text not null,
    enrolment    text,
    completed_on date,
    score        numeric,
    certificate  text,
    status       text not null,
    because      text,
    counts       boolean not null,
    enrolment_id uuid,
    learner_id   uuid,
    cohort       text,
    course       text,
    region       text,
    version      int not null,
    recorded_at  timestamptz not null,
    changed      xid8 not null default pg_current_xact_id(),
    unique (institution, reference)
);
create index completion_pending on completion (institution, enrolment) where enrolment_id is null;
create index completion_enrolment on completion (enrolment_id);
create index completion_accepted on completion (learner_id, cohort) where status = 'accepted';
create index completion_changed on completion (changed, id);
create index completion_institution_changed on completion (institution, changed, id);

create table revocation (
    completion_id uuid primary key references completion,
    reason        text not null,
    recorded_at   timestamptz not null
);

-- Whether a learner is trained in a cohort. Two completions of one learner meet on this row.
create table learner_cohort (
    learner_id          uuid not null,
    cohort              text not null,
    trained_by          uuid,
    trained_on          date,
    requirement_version int,
    institution         text,
    region              text,
    version             int not null default 0,
    primary key (cohort, learner_id)
);
create index learner_cohort_learner on learner_cohort (learner_id);
