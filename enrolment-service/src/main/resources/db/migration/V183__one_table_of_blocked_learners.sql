-- Blocks for a time move to the table of learners whose erasure is accepted: one table says who is blocked, and each block
-- for a time is published.
drop index blocked_learner_not_erased;
alter table blocked_learner
    alter column erasure drop not null,
    add column person     uuid references learner,
    add column reason     text check (reason in ('disputed', 'unlawful', 'requested')),
    add column blocked_by text,
    add column blocked_at timestamptz,
    add column lifted_by  text,
    add column lifted_at  timestamptz,
    add column version    int not null default 0,
    add column trace      text,
    add column in_force   boolean not null
        generated always as (erasure is not null or blocked_at is not null and lifted_at is null) stored;
comment on table blocked_learner is 'One row for each id of the person: by an accepted erasure, for a time, or both';
comment on column blocked_learner.erasure is 'Null if no erasure is accepted. It is for ever';
comment on column blocked_learner.person is 'The surviving learner of the newest block for a time; this and all below are of that block';
comment on column blocked_learner.version is 'Of the newest state of the block for a time, the same for all ids of the person; 0: none was published';
create index blocked_learner_not_erased on blocked_learner (learner) where in_force and not erased;
create index blocked_learner_by_person on blocked_learner (person);

insert into blocked_learner (learner, person, reason, blocked_by, blocked_at, lifted_by, lifted_at, version)
select b.learner, case when b.lifted_at is null then coalesce(m.surviving, b.learner) end, b.reason, b.blocked_by,
       b.blocked_at, b.lifted_by, b.lifted_at, case when b.lifted_at is null then 1 else 0 end
  from learner_block b left join learner_merge m on m.absorbed = b.learner
on conflict (learner) do update
   set person = excluded.person, reason = excluded.reason, blocked_by = excluded.blocked_by,
       blocked_at = excluded.blocked_at, lifted_by = excluded.lifted_by, lifted_at = excluded.lifted_at,
       version = excluded.version;

-- Those in force are not known to the other services yet.
insert into republish_request (publisher, subject)
select distinct 'learner-blocks', 'block/' || person from blocked_learner where person is not null order by 2;

-- Instances of the version before read these two names until they are replaced, and cannot write them; this version does
-- not use them.
create or replace view unavailable_learner as select learner, erased from blocked_learner where in_force;
drop table learner_block;
create view learner_block as
select learner, reason, blocked_by, blocked_at, lifted_by, lifted_at from blocked_learner where blocked_at is not null;
