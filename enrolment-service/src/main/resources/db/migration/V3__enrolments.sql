create table enrolment (
    id                uuid primary key,
    institution       text collate "C" not null,
    reference         text collate "C" not null,
    learner_id        uuid        not null references learner,
    course            text        not null,
    cohort            text        not null,
    -- What counts; sent_region is null where it was derived from the institution.
    region            text        not null,
    sent_region       text,
    enrolled_on       date        not null,
    withdrawn_on      date,
    withdrawal_reason text,
    -- Whether an accepted completion is known. It changes no version: others derive it themselves.
    completed         boolean     not null default false,
    version           int         not null default 1,
    -- What brought the newest version about: enrolled, withdrawn or corrected.
    event             text        not null default 'enrolled',
    recorded_at       timestamptz not null,
    published_version int         not null default 0,
    parked            text,
    trace             text,
    changed           xid8        not null default pg_current_xact_id(),
    unique (institution, reference)
);
create index enrolment_by_change on enrolment (changed, id);
create index enrolment_by_institution_and_change on enrolment (institution, changed, id);
create index enrolment_unpublished on enrolment (changed) where published_version < version;
create index enrolment_by_learner on enrolment (learner_id);
create index enrolment_by_course on enrolment (course);

-- Contents that a correction has replaced: sending one of them again is still the same as before.
create table enrolment_former_content (
    enrolment_id uuid not null references enrolment,
    version      int  not null,
    course       text not null,
    cohort       text not null,
    sent_region  text,
    enrolled_on  date not null,
    reason       text not null,
    primary key (enrolment_id, version)
);
