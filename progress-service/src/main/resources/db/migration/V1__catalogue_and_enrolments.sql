-- This service's own copy of the catalogue and of the enrolments, as the enrolment-service publishes them.

create table programme (
    code      text primary key,
    version   int  not null,
    starts_on date not null,
    horizon   date not null
);

create table cohort (
    code    text primary key,
    version int not null
);

create table requirement_version (
    cohort      text   not null references cohort,
    version     int    not null,
    valid_from  date   not null,
    courses     text[] not null,
    min_courses int,
    hours       int,
    primary key (cohort, version)
);

create table course (
    code    text primary key,
    version int not null,
    hours   int not null
);

create table institution (
    code    text primary key,
    version int  not null,
    status  text not null
);

create table enrolment (
    id          uuid primary key,
    version     int  not null,
    institution text not null,
    reference   text not null,
    learner_id  uuid not null,
    course      text not null,
    cohort      text not null,
    region      text not null,
    enrolled_on date not null
);
create index enrolment_learner on enrolment (learner_id);

-- What a completion may call its enrolment by: its reference, or its id. A completion and its enrolment may arrive in
-- either order and at the same moment: both lock this row first, and whichever comes first puts it here.
create table enrolment_name (
    institution  text not null,
    name         text not null,
    enrolment_id uuid,
    primary key (institution, name)
);
