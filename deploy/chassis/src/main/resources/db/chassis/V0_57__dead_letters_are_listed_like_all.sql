-- The name that this column has in each list in the order of change.
alter table dead_letter rename column change to changed;
