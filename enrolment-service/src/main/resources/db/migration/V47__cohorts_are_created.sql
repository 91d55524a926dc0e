-- The office creates cohorts, and withdraws one in which nobody was ever enrolled. Its row stays, so that versions go on if
-- the code is created again: those before first_version were withdrawn and do not hold on any day.
alter table cohort
    add column withdrawn     boolean not null default false,
    add column first_version int     not null default 1;
