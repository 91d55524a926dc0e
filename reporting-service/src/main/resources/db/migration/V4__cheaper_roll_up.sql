-- All facts and cells are derived anew, as the way of deriving has another number.

-- An event is written once, with its batch.
alter table event_log alter column batch set not null;

-- One state of a subject is of today and each other one ends with a batch of its own: so one index says which they are,
-- and that there is one of today.
drop index completion_fact_current;
alter table completion_fact drop constraint completion_fact_pkey, add primary key (completion, to_batch);
drop index enrolment_fact_current;
alter table enrolment_fact drop constraint enrolment_fact_pkey, add primary key (enrolment, to_batch);
drop index trained_fact_current;
alter table trained_fact drop constraint trained_fact_pkey, add primary key (learner, cohort, to_batch);

-- Enrolments of a learner are looked for by cohort, with the index of the cohort's pages.
drop index enrolment_fact_learner;

-- A page of a region passes over the other regions' entries without a look at their rows.
drop index completion_fact_of_region;
drop index completion_fact_of_cohort;
create index completion_fact_of_cohort on completion_fact (cohort, completed_on, completion, from_batch, region)
    where to_batch = 9223372036854775807;
drop index trained_fact_of_region;
drop index trained_fact_of_cohort;
create index trained_fact_of_cohort on trained_fact (cohort, trained_on, learner, from_batch, region)
    where to_batch = 9223372036854775807 and trained_on is not null;

-- What a batch brought; an index of rising numbers costs next to nothing.
drop index completion_fact_by_batch;
create index completion_fact_by_batch on completion_fact (from_batch);
drop index trained_fact_by_batch;
create index trained_fact_by_batch on trained_fact (from_batch);

-- The roll-up as of today: how much of each measure one cause brought into a place on a day. A figure is the sum over the
-- causes. The place is a code, and empty for the nation; an empty cohort stands for all; 0001-01-01 for "whatever the
-- day". A batch changes a row where it stands, so that no index has to be told.
drop table rollup_cell;
create table rollup_cell (
    grain       text   not null collate "C" check (grain in ('nation', 'region', 'institution', 'course', 'area')),
    cohort      text   not null collate "C",
    place       text   not null collate "C",
    day         date   not null,
    cause       text   not null collate "C",
    from_batch  bigint not null,
    trained     int    not null,
    completions int    not null,
    completed   int    not null,
    enrolled    int    not null,
    people      int    not null,
    primary key (grain, cohort, place, day, cause)
) with (fillfactor = 60);

-- What the roll-up was, from a batch until before another. A row is found by how long it lasted, in powers of two: of those
-- that lasted up to 2^n batches, one that was there at a batch ended at most 2^n batches later. At most two rows of a cell
-- are between, so that a question costs what its answer is large, however much has happened before and since.
create table rollup_cell_past (
    grain       text   not null collate "C",
    cohort      text   not null collate "C",
    place       text   not null collate "C",
    day         date   not null,
    cause       text   not null collate "C",
    from_batch  bigint not null,
    to_batch    bigint not null,
    trained     int    not null,
    completions int    not null,
    completed   int    not null,
    enrolled    int    not null,
    people      int    not null,
    lasted      int    not null generated always as (length(to_bin(to_batch - from_batch - 1))) stored
);
create index rollup_cell_past_known on rollup_cell_past (grain, lasted, to_batch);
