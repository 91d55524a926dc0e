-- Every former state of every enrolment, written when the next one replaces it. How the present state came about stands
-- in enrolment itself, so that enrolling costs no second row.
alter table enrolment
    add column reason  text,
    add column by_role text;
comment on column enrolment.reason is 'What was given with the change that made the newest version';
comment on column enrolment.by_role is 'partner or office; null in versions from before this was kept';
comment on column enrolment.event is 'What brought the newest version about: enrolled, withdrawn, corrected or merged';

create table former_enrolment (
    enrolment_id uuid not null references enrolment,
    version      int  not null,
    event        text not null,
    learner_id   uuid not null,
    course       text not null,
    cohort       text not null,
    region       text,
    sent_region  text,
    enrolled_on  date not null,
    withdrawn_on date,
    reason       text,
    by_role      text,
    recorded_at  timestamptz,
    primary key (enrolment_id, version)
);
comment on column former_enrolment.region is 'Null where it was derived and was not kept';
comment on column former_enrolment.recorded_at is 'Null where it was not kept';

-- Until now only contents were kept, and exactly those that a correction replaced, with its reason. So the version after
-- a kept one was a correction, and any other the withdrawal, of which there is at most one.
insert into former_enrolment
select e.id, v.version,
       case when v.version = 1 then 'enrolled' when made.version is null then 'withdrawn' else 'corrected' end,
       e.learner_id, coalesce(kept.course, e.course), coalesce(kept.cohort, e.cohort),
       case when kept.version is null or (kept.sent_region is null and e.sent_region is null) then e.region
            else kept.sent_region end,
       case when kept.version is null then e.sent_region else kept.sent_region end,
       coalesce(kept.enrolled_on, e.enrolled_on),
       case when v.version >= withdrawn.version then e.withdrawn_on end,
       case when v.version = withdrawn.version then e.withdrawal_reason else made.reason end, null, null
  from enrolment e
 cross join lateral generate_series(1, e.version - 1) as v (version)
  left join enrolment_former_content made on made.enrolment_id = e.id and made.version = v.version - 1
  left join lateral (
       select * from enrolment_former_content f
        where f.enrolment_id = e.id and f.version >= v.version order by f.version limit 1) kept on true
  left join lateral (
       select min(w) + 1 as version from generate_series(1, e.version - 1) w
        where not exists (select from enrolment_former_content f where f.enrolment_id = e.id and f.version = w))
       withdrawn on e.withdrawn_on is not null;

update enrolment e
   set reason = case event when 'withdrawn' then withdrawal_reason else (
           select reason from enrolment_former_content f where f.enrolment_id = e.id and f.version = e.version - 1) end
 where version > 1;

drop table enrolment_former_content;
