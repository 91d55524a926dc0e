-- How far the partitions of qadam.completions reached when it was taken in that a cohort was evaluated. All that follows
-- from the evaluation was in Kafka by then: so the cohort is provisional until the intake has passed these ends. An
-- original: it cannot be derived from the events, and a rebuild keeps it.
create table evaluation_arrival (
    cohort  text     not null,
    version bigint   not null,
    opened  bigint   not null,
    closed  bigint   not null default 9223372036854775807,
    ends    bigint[] not null,
    primary key (cohort, version)
);
comment on column evaluation_arrival.opened is 'The batch that took it in';
comment on column evaluation_arrival.closed is 'The batch by which the ends were passed';
comment on column evaluation_arrival.ends is 'By partition: the offset after the last event';
create index evaluation_arrival_open on evaluation_arrival (cohort) where closed = 9223372036854775807;
