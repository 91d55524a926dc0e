-- Since when what was received waits to be folded into the tallies. Rows of earlier versions count from now on.
alter table tally_delta add column added_at timestamptz not null default now();
