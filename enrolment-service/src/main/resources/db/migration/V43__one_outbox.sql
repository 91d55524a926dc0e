-- What waits in the three former queues is rendered and added to the outbox by the first start. What was parked stays
-- parked. On a new database these are the seeds, which nobody knows yet.
insert into republish_request (publisher, subject, parked)
select 'catalogue', subject, parked
  from (select 'programme/' || code as subject, parked, recorded_at from programme where published_version < version
        union all
        select 'cohort/' || code, parked, recorded_at from cohort where published_version < version
        union all
        select 'course/' || code, parked, recorded_at from course where published_version < version
        union all
        select 'institution/' || code, parked, recorded_at from institution where published_version < version) as thing
 order by recorded_at;

-- Several letters about one enrolment stood for its newest version; only if all of them were parked it is parked.
insert into republish_request (publisher, subject, parked)
select 'enrolments', enrolment_id::text, case when bool_and(parked is not null) then min(parked) end
  from enrolment_letter group by enrolment_id order by min(seq);

insert into republish_request (publisher, subject, parked)
select 'learner-merges', absorbed::text, parked from learner_merge where published_version < version order by changed;

drop table enrolment_letter;
-- Their indexes of what is unpublished go with the columns.
alter table programme drop column published_version, drop column parked;
alter table cohort drop column published_version, drop column parked;
alter table course drop column published_version, drop column parked;
alter table institution drop column published_version, drop column parked;
alter table learner_merge drop column published_version, drop column parked;
