-- The office blocks a learner for a time too, and lifts that block. It never lifts the block of an erasure.
alter table blocked_learner
    add column by_erasure    boolean not null default true,
    add column for_a_time    boolean not null default false,
    add column block_version bigint  not null default 0,
    add column in_force      boolean not null generated always as (by_erasure or erased or for_a_time) stored;
comment on table blocked_learner is 'Every id of a person who is or was blocked: by an accepted erasure, for a time, or both';
comment on column blocked_learner.by_erasure is 'The default is for instances of the version before, which know no other block';
comment on column blocked_learner.block_version is 'The highest version of a block for a time that names this id; 0: none has arrived';
