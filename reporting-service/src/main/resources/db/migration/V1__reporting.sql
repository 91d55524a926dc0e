-- In every table below a row is known from the batch from_batch until before the batch to_batch; 9223372036854775807
-- stands for "still". So what was known at a batch is asked for by its number, and nothing is ever overwritten.

-- The one row whose lock orders batches and the instants that readers rely on.
create table intake_clock (
    id              int primary key check (id = 1),
    number          bigint not null,
    instant         timestamptz,
    settled_through timestamptz
);
insert into intake_clock (id, number) values (1, 0);

create table intake_batch (
    number       bigint primary key,
    instant      timestamptz not null unique,
    events       int         not null,
    data_through timestamptz,
    behind       boolean     not null
);

-- Every event as received, for ever; batch is null only inside the transaction that takes it in.
create table event_log (
    event_id        uuid primary key,
    batch           bigint,
    type            text        not null,
    source          text        not null,
    subject         text        not null,
    subject_version bigint,
    time            timestamptz not null,
    topic           text        not null,
    partition       int         not null,
    record_offset   bigint      not null,
    key             text,
    data            text        not null
);
create index event_log_batch on event_log (batch);
create index event_log_subject on event_log (subject, subject_version);

-- From when to when a dead letter was open, and how it ended. The letter itself is the chassis' dead_letter.
create table dead_letter_span (
    id          uuid primary key references dead_letter,
    opened      bigint not null,
    closed      bigint not null default 9223372036854775807,
    subject     text,
    version     bigint,
    outcome     text check (outcome in ('retried', 'discarded', 'superseded')),
    reason      text,
    resolved_by text,
    change      xid8   not null default pg_current_xact_id()
);
create index dead_letter_span_change on dead_letter_span (change, id);
create index dead_letter_span_open on dead_letter_span (subject) where closed = 9223372036854775807;

create table completion_fact (
    completion      uuid    not null,
    from_batch      bigint  not null,
    to_batch        bigint  not null,
    version         bigint  not null,
    reference       text    not null,
    institution     text    not null,
    enrolment       uuid    not null,
    learner         uuid    not null,
    course          text    not null,
    cohort          text    not null,
    region          text    not null,
    completed_on    date    not null,
    status          text    not null,
    counts          boolean not null,
    because         text,
    trained_version bigint  not null,
    primary key (completion, from_batch)
);
create unique index completion_fact_current on completion_fact (completion) where to_batch = 9223372036854775807;

create table enrolment_fact (
    enrolment    uuid   not null,
    from_batch   bigint not null,
    to_batch     bigint not null,
    version      bigint not null,
    reference    text   not null,
    institution  text   not null,
    learner      uuid   not null,
    course       text   not null,
    cohort       text   not null,
    region       text   not null,
    enrolled_on  date   not null,
    withdrawn_on date,
    primary key (enrolment, from_batch)
);
create unique index enrolment_fact_current on enrolment_fact (enrolment) where to_batch = 9223372036854775807;
create index enrolment_fact_learner on enrolment_fact (learner) where to_batch = 9223372036854775807;

-- trained_on and what follows it are null while the learner is not trained.
create table trained_fact (
    learner             uuid   not null,
    cohort              text   not null,
    from_batch          bigint not null,
    to_batch            bigint not null,
    version             bigint not null,
    programme_version   bigint not null,
    cohort_version      bigint not null,
    trained_on          date,
    completion          uuid,
    institution         text,
    region              text,
    course              text,
    requirement_version bigint,
    primary key (learner, cohort, from_batch)
);
create unique index trained_fact_current on trained_fact (learner, cohort) where to_batch = 9223372036854775807;

-- Programme, cohorts with their versions, courses and institutions: data is the event's, as received.
create table catalogue_fact (
    kind       text   not null,
    code       text   not null,
    from_batch bigint not null,
    to_batch   bigint not null,
    version    bigint not null,
    data       text   not null,
    primary key (kind, code, from_batch)
);
create unique index catalogue_fact_current on catalogue_fact (kind, code) where to_batch = 9223372036854775807;

-- The newest evaluation of each cohort: by which versions of the catalogue everybody in it has been judged.
create table evaluated (
    cohort     text   not null,
    from_batch bigint not null,
    to_batch   bigint not null,
    version    bigint not null,
    data       text   not null,
    primary key (cohort, from_batch)
);
create unique index evaluated_current on evaluated (cohort) where to_batch = 9223372036854775807;

create table tally (
    institution text   not null,
    day         date   not null,
    from_batch  bigint not null,
    to_batch    bigint not null,
    version     bigint not null,
    received    bigint not null,
    accepted    bigint not null,
    pending     bigint not null,
    refused     bigint not null,
    duplicate   bigint not null,
    conflict    bigint not null,
    rejected    bigint not null,
    pending_now bigint not null,
    refused_now bigint not null,
    primary key (institution, day, from_batch)
);
create unique index tally_current on tally (institution, day) where to_batch = 9223372036854775807;
-- Empty as long as all is well, so that the check costs nothing.
create index tally_unreconciled on tally (institution, day)
    where to_batch = 9223372036854775807
      and received <> accepted + pending + refused + duplicate + conflict + rejected;

-- The roll-up. An empty cohort, region or institution stands for all of them (no code is empty), 0001-01-01 for
-- "whatever the day". A count of zero has no row. Codes are compared by their bytes, since thousands of rows are looked
-- up for each batch.
create table rollup_cell (
    measure     text   not null collate "C",
    cohort      text   not null collate "C",
    region      text   not null collate "C",
    institution text   not null collate "C",
    day         date   not null,
    from_batch  bigint not null,
    to_batch    bigint not null,
    count       bigint not null
);
-- The rows of today: a batch finds by it what it closes, a question of today what it adds up.
create unique index rollup_cell_current on rollup_cell (measure, cohort, region, institution, day)
    where to_batch = 9223372036854775807;
create index rollup_cell_current_national on rollup_cell (measure, cohort, day) include (from_batch, count)
    where to_batch = 9223372036854775807 and region = '' and institution = '';
create index rollup_cell_current_regional on rollup_cell (measure, cohort, region, day) include (from_batch, count)
    where to_batch = 9223372036854775807 and region <> '' and institution = '';
-- Closed rows, which only a question about the past reads. A B-tree over from_batch or to_batch would walk the whole
-- history before or after the batch; a GiST index over the range goes to the rows that were alive at it. One per grain,
-- since the finest has a hundred times the rows of the nation. Each closed row is in exactly one of them, and a row of
-- today in none, so that a batch pays for it once.
create index rollup_cell_past_national on rollup_cell using gist (int8range(from_batch, to_batch))
    where to_batch < 9223372036854775807 and region = '' and institution = '';
create index rollup_cell_past_regional on rollup_cell using gist (int8range(from_batch, to_batch))
    where to_batch < 9223372036854775807 and region <> '' and institution = '';
create index rollup_cell_past_finest on rollup_cell using gist (int8range(from_batch, to_batch))
    where to_batch < 9223372036854775807 and institution <> '';

-- Recounts are originals: asked once, kept with what they found.
create table recount (
    id           uuid primary key,
    batch        bigint      not null,
    as_of        timestamptz,
    on_day       date        not null,
    cohort       text,
    requested_by text        not null,
    requested_at timestamptz not null default now(),
    instance     text        not null,
    result       text,
    failed       boolean     not null default false
);
