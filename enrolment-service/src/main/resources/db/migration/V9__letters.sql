-- What Kafka has not acknowledged of enrolments, a narrow row for each new version: it is deleted when Kafka has it. A mark
-- in the enrolment itself had each of them written anew, with an entry in each of its indexes, for being sent.
create table enrolment_letter (
    seq          bigint generated always as identity primary key,
    enrolment_id uuid not null,
    parked       text
);
comment on column enrolment_letter.parked is 'Why Kafka will never take it';

insert into enrolment_letter (enrolment_id, parked)
select id, parked from enrolment where published_version < version order by changed;

drop index enrolment_unpublished;
alter table enrolment
    drop column published_version,
    drop column parked;
