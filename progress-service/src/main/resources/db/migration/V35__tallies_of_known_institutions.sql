-- The office may name any text as the institution of what it sends. Only one that a token names, or the catalogue, becomes
-- the subject of an event. Of the rows that wait just now nobody knows who named them: those of an institution that was
-- counted before, or that the catalogue describes, are folded as ever, and others wait until it is described.
alter table tally_delta add column of_token boolean not null default false;
