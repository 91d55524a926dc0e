-- Completions that were taken over from what was published, after the database went back to a backup. An event does not say how
-- the institution called the enrolment, nor score and certificate: its next post of the same completion adds them.
create table adopted_completion (
    id          uuid primary key references completion,
    institution text        not null,
    adopted_at  timestamptz not null default now(),
    filled_at   timestamptz
);
create index adopted_completion_not_filled on adopted_completion (institution) where filled_at is null;
