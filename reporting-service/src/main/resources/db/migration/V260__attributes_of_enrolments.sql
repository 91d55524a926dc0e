-- JSON with sorted names; null if there are none.
alter table enrolment_fact add column attributes text;
alter table completion_fact add column attributes text;
alter table trained_fact add column attributes text;
create index enrolment_fact_with_attributes on enrolment_fact (enrolment)
    where to_batch = 9223372036854775807 and attributes is not null;
create index completion_fact_with_attributes on completion_fact (completion)
    where to_batch = 9223372036854775807 and attributes is not null;
