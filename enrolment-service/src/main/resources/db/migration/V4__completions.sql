-- What progress-service says about completions, as far as the status of an enrolment depends on it.
create table completion (
    id           uuid primary key,
    enrolment_id uuid    not null,
    accepted     boolean not null,
    version      int     not null
);
create index completion_by_enrolment on completion (enrolment_id);
