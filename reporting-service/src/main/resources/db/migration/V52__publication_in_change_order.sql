-- The name that lists in the order of last change expect.
alter table publication rename column change to changed;
