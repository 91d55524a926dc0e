-- The office of a region is shown what waits at the institutions that have enrolled somebody there. Of one that has not, all
-- enrolments were read to find that out.
create index enrolment_region_institution on enrolment (region, institution);
