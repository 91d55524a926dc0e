-- Everything derived is derived anew from the event log when this changes, before anything is taken in or answered.
create table derivation (
    id      int primary key check (id = 1),
    version int not null
);
insert into derivation (id, version) values (1, 0);

-- What brought each state about, in the words of reporting (report, correction, revocation, merge, rule, programme).
delete from completion_fact;
delete from enrolment_fact;
delete from trained_fact;
alter table completion_fact add column cause text not null;
alter table enrolment_fact add column cause text not null;
alter table trained_fact add column cause text not null;

create index completion_fact_learner on completion_fact (learner) where to_batch = 9223372036854775807;

-- The roll-up. A row says how much one cause brought into a place on a day; all causes add up to the figure. The place is
-- a code, and empty for the nation; an empty cohort stands for all; 0001-01-01 for "whatever the day". A count of zero has
-- no row. Codes are compared by their bytes, since thousands of rows are looked up for each batch.
drop table rollup_cell;
create table rollup_cell (
    measure    text   not null collate "C",
    cohort     text   not null collate "C",
    grain      text   not null collate "C" check (grain in ('nation', 'region', 'institution', 'course', 'area')),
    place      text   not null collate "C",
    day        date   not null,
    cause      text   not null collate "C",
    from_batch bigint not null,
    to_batch   bigint not null,
    count      bigint not null
);
-- The rows of today: a batch finds by it what it closes, a question of today what it adds up.
create unique index rollup_cell_current on rollup_cell (measure, cohort, grain, place, day, cause)
    include (from_batch, count) where to_batch = 9223372036854775807;
-- Closed rows, which only a question about the past reads. A B-tree over from_batch or to_batch would walk the whole
-- history before or after the batch; a GiST index over the range goes to the rows that were alive at it. One per grain,
-- since the finest has a hundred times the rows of the nation. Each closed row is in exactly one of them, and a row of
-- today in none, so that a batch pays for it once.
create index rollup_cell_past_nation on rollup_cell using gist (int8range(from_batch, to_batch))
    where to_batch < 9223372036854775807 and grain = 'nation';
create index rollup_cell_past_region on rollup_cell using gist (int8range(from_batch, to_batch))
    where to_batch < 9223372036854775807 and grain = 'region';
create index rollup_cell_past_institution on rollup_cell using gist (int8range(from_batch, to_batch))
    where to_batch < 9223372036854775807 and grain = 'institution';
create index rollup_cell_past_course on rollup_cell using gist (int8range(from_batch, to_batch))
    where to_batch < 9223372036854775807 and grain = 'course';
create index rollup_cell_past_area on rollup_cell using gist (int8range(from_batch, to_batch))
    where to_batch < 9223372036854775807 and grain = 'area';

-- When each state was recorded by who told of it.
alter table completion_fact add column recorded_at timestamptz not null;

-- The records behind a figure, page by page: those of today in the order of the pages, and those that were known once by
-- the batches between which they were. from_batch is there to pass over what is newer than the question.
create index completion_fact_of_cohort on completion_fact (cohort, completed_on, completion, from_batch)
    where to_batch = 9223372036854775807;
create index completion_fact_of_region on completion_fact (cohort, region, completed_on, completion, from_batch)
    where to_batch = 9223372036854775807;
create index completion_fact_of_institution on completion_fact (cohort, institution, completed_on, completion, from_batch)
    where to_batch = 9223372036854775807;
create index completion_fact_past on completion_fact using gist (int8range(from_batch, to_batch))
    where to_batch < 9223372036854775807;
create index trained_fact_of_cohort on trained_fact (cohort, trained_on, learner, from_batch)
    where to_batch = 9223372036854775807 and trained_on is not null;
create index trained_fact_of_region on trained_fact (cohort, region, trained_on, learner, from_batch)
    where to_batch = 9223372036854775807 and trained_on is not null;
create index trained_fact_of_institution on trained_fact (cohort, institution, trained_on, learner, from_batch)
    where to_batch = 9223372036854775807 and trained_on is not null;
create index trained_fact_past on trained_fact using gist (int8range(from_batch, to_batch))
    where to_batch < 9223372036854775807;
create index enrolment_fact_of_cohort on enrolment_fact (cohort, learner, enrolled_on, from_batch)
    where to_batch = 9223372036854775807;
create index enrolment_fact_past on enrolment_fact using gist (int8range(from_batch, to_batch))
    where to_batch < 9223372036854775807;

-- Who has read which records, and when: an original that no rebuild touches.
create table reading (
    id      uuid primary key,
    at      timestamptz not null,
    subject text        not null,
    roles   text[]      not null,
    asked   text        not null,
    as_of   timestamptz,
    on_day  date        not null,
    records int         not null,
    change  xid8        not null default pg_current_xact_id()
);
create index reading_change on reading (change, id);

-- What changed between two instants, in the order in which it became known.
create index completion_fact_by_batch on completion_fact (cohort, from_batch, completion);
create index completion_fact_closed on completion_fact (cohort, to_batch) where to_batch < 9223372036854775807;
create index trained_fact_by_batch on trained_fact (cohort, from_batch, learner);
create index trained_fact_closed on trained_fact (cohort, to_batch) where to_batch < 9223372036854775807;

-- A tally is told anew each few seconds while something comes in: a question about the past goes to those of that moment.
create index tally_past on tally using gist (int8range(from_batch, to_batch)) where to_batch < 9223372036854775807;

-- A figure as it was published: an original, kept byte for byte.
create table publication (
    name         text primary key,
    as_of        timestamptz not null,
    on_day       date        not null,
    batch        bigint      not null,
    published_at timestamptz not null,
    published_by text        not null,
    id           uuid        not null unique,
    body         bytea       not null,
    change       xid8        not null default pg_current_xact_id()
);
create index publication_change on publication (change, id);

-- A recount is known as of an instant too.
alter table recount add column finished_at timestamptz;
update recount set finished_at = requested_at where result is not null or failed;
