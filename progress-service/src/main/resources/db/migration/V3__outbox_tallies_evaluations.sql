-- Facts for Kafka. A row is here until Kafka has acknowledged it; it is claimed by being here, never by a cursor over
-- its number, since a lower number may be committed later.
create table outbox (
    seq     bigint generated always as identity primary key,
    id      uuid        not null,
    key     text        not null,
    type    text        not null,
    subject text        not null,
    time    timestamptz not null,
    trace   text,
    data    text        not null,
    parked  text
);
create index outbox_parked on outbox (key) where parked is not null;

-- What each transaction took in, until it is folded into the tally of the institution and the day.
create table tally_delta (
    institution    text not null,
    day            date not null,
    accepted       int  not null,
    pending        int  not null,
    refused        int  not null,
    duplicate      int  not null,
    conflict       int  not null,
    rejected       int  not null,
    pending_change int  not null,
    refused_change int  not null
);

create table tally (
    institution text   not null,
    day         date   not null,
    accepted    bigint not null,
    pending     bigint not null,
    refused     bigint not null,
    duplicate   bigint not null,
    conflict    bigint not null,
    rejected    bigint not null,
    version     int    not null,
    primary key (institution, day)
);

create table tally_stock (
    institution text primary key,
    pending     bigint not null,
    refused     bigint not null
);

-- When the catalogue changes, everybody whom it concerns is judged again in the background.
create table evaluation (
    id                bigint generated always as identity primary key,
    cohort            text    not null,
    cause             text    not null,
    courses           text[],
    programme_version int     not null,
    cohort_version    int     not null,
    course_versions   text    not null,
    begun             boolean not null default false,
    after_learner     uuid,
    learners          int     not null default 0,
    changed           int     not null default 0,
    finished_at       timestamptz
);
comment on column evaluation.courses is 'Only learners who completed one of these are concerned; null: everybody';
create unique index evaluation_waiting on evaluation (cohort) where not begun;
create index evaluation_open on evaluation (id) where finished_at is null;

create table cohort_evaluated (
    cohort  text primary key,
    version int not null
);
