-- The office blocks a learner until what is held is settled. A block is lifted, not deleted.
create table learner_block (
    learner    uuid primary key references learner,
    reason     text        not null check (reason in ('disputed', 'unlawful', 'requested')),
    blocked_by text        not null,
    blocked_at timestamptz not null,
    lifted_by  text,
    lifted_at  timestamptz
);
comment on table learner_block is 'One row for each id of the person; the newest block only';
create index learner_block_in_force on learner_block (learner) where lifted_at is null;

-- Learners whom institutions can neither read nor enrol: those whose erasure is accepted, and those blocked for a time.
create view unavailable_learner as
select learner, erased from blocked_learner
 union all
select learner, false from learner_block where lifted_at is null;
