-- Until when somebody works on a recount for certain: whoever does says so again and again. One that nobody works on any
-- more has come to no end.
alter table recount add column alive_until timestamptz;
create index recount_unfinished on recount (id) where finished_at is null;
