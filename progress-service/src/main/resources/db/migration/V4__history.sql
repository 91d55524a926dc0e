-- How each state of a completion came about, and every former state. What is known of the time before begins with the
-- state that stood then.
alter table completion
    add column changed_at    timestamptz,
    add column cause         text,
    add column reason        text,
    add column by_role       text,
    add column pending_since timestamptz;

update completion set changed_at = recorded_at, cause = 'reported' where version = 1;
update completion set changed_at = recorded_at, cause = 'enrolment-known' where version > 1;
update completion c set changed_at = greatest(r.recorded_at, c.recorded_at), cause = 'revoked', reason = r.reason
  from revocation r where r.completion_id = c.id and c.status = 'revoked';
update completion set pending_since = recorded_at where status = 'pending';

alter table completion
    alter column changed_at set not null,
    alter column cause set not null;
comment on column completion.changed_at is 'Since when this state stands; never before the one that it replaced';
comment on column completion.reason is 'What was given with a correction or a revocation; null where nothing is asked for';
comment on column completion.by_role is 'partner or office; null where the service itself drew the consequence';
create index completion_pending_since on completion (pending_since) where status = 'pending';

create table former_completion (
    id           uuid        not null references completion,
    version      int         not null,
    institution  text        not null,
    enrolment    text,
    completed_on date,
    score        numeric,
    certificate  text,
    status       text        not null,
    because      text,
    counts       boolean     not null,
    enrolment_id uuid,
    learner_id   uuid,
    cohort       text,
    course       text,
    region       text,
    changed_at   timestamptz not null,
    cause        text        not null,
    reason       text,
    by_role      text,
    until        timestamptz not null,
    primary key (id, version)
);
comment on column former_completion.until is 'When the next state replaced it';
create index former_completion_until on former_completion (institution, until);

drop table revocation;

-- Every state of every completion; the one that stands has no end.
create view completion_state as
select c.id, c.institution, c.reference, c.enrolment, c.completed_on, c.score, c.certificate, c.status, c.counts,
       c.because, c.enrolment_id, c.learner_id, c.cohort, c.course, c.region, c.version, c.recorded_at, c.changed_at,
       c.cause, c.reason, c.by_role, c.pending_since, null::timestamptz as until
  from completion c
union all
select f.id, f.institution, c.reference, f.enrolment, f.completed_on, f.score, f.certificate, f.status, f.counts,
       f.because, f.enrolment_id, f.learner_id, f.cohort, f.course, f.region, f.version, c.recorded_at, f.changed_at,
       f.cause, f.reason, f.by_role, null::timestamptz, f.until
  from former_completion f join completion c on c.id = f.id;
