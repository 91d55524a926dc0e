-- Evaluations as they can be followed.
alter table evaluation
    add column asked_at timestamptz not null default now(),
    add column begun_at timestamptz,
    add column total    int,
    add column changed_by xid8 not null default pg_current_xact_id();
update evaluation set asked_at = finished_at, begun_at = finished_at, total = learners where finished_at is not null;
comment on column evaluation.total is 'How many learners were concerned when it began; null before';
comment on column evaluation.changed_by is 'The transaction that moved it last, for lists';
create index evaluation_changed on evaluation (changed_by, id);

-- An institution's learners, one after the other.
create index enrolment_institution_learner on enrolment (institution, learner_id, cohort);
