-- How a cohort is to come to its target: {"milestones": [{"on", "trained" | "percent"}], "season": [12 weights]}; null: evenly.
alter table cohort_version add column plan jsonb;

-- What holds until the office says otherwise: on the day of the programme's milestone digital-nation as much as an even pace
-- has on it, 981 of 1825 days; school and academic years as they are in Kazakhstan.
create temporary table seeded_plan (cohort text primary key, plan jsonb not null);
insert into seeded_plan values
    ('pupils', '{"milestones": [{"on": "2028-09-08", "percent": 54}], "season": [8, 10, 7, 10, 8, 0, 0, 0, 10, 8, 10, 10]}'),
    ('students', '{"milestones": [{"on": "2028-09-08", "percent": 54}], "season": [8, 8, 10, 10, 12, 8, 0, 0, 8, 10, 10, 12]}'),
    ('civil-servants', '{"milestones": [{"on": "2028-09-08", "percent": 54}]}'),
    ('business', '{"milestones": [{"on": "2028-09-08", "percent": 54}]}');

-- Of a cohort that nobody was told of yet, it was so from the beginning.
update cohort_version set plan = seeded_plan.plan
  from seeded_plan join cohort on cohort.code = seeded_plan.cohort
 where cohort_version.cohort = cohort.code and cohort.published_version = 0;

-- Elsewhere no version changes: each that holds on some day is followed by one that holds in its place.
insert into cohort_version (cohort, version, valid_from, target, courses, min_courses, hours, plan, reason, recorded_at)
select held.cohort, cohort.version + row_number() over (partition by held.cohort order by held.valid_from),
       held.valid_from, held.target, held.courses, held.min_courses, held.hours, seeded_plan.plan,
       'The plan by which the target is to be reached', now()
  from (select distinct on (cohort, valid_from) * from cohort_version order by cohort, valid_from, version desc) as held
  join seeded_plan on seeded_plan.cohort = held.cohort
  join cohort on cohort.code = held.cohort
 where cohort.published_version > 0;
update cohort set recorded_at = now(), version = newest.version
  from (select cohort, max(version) as version from cohort_version group by cohort) as newest
 where newest.cohort = cohort.code and newest.version > cohort.version;
drop table seeded_plan;
