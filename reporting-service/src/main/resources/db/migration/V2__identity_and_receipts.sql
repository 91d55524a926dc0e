-- Two learners who were found to be one person: whoever looks for the one is led to the other.
create table learner_alias (
    learner    uuid   not null,
    from_batch bigint not null,
    to_batch   bigint not null,
    version    bigint not null,
    surviving  uuid   not null,
    primary key (learner, from_batch)
);
create unique index learner_alias_current on learner_alias (learner) where to_batch = 9223372036854775807;
create index learner_alias_surviving on learner_alias (surviving);

-- A partner asks by its own reference.
create index completion_fact_reference on completion_fact (institution, reference);

-- Completions that left a learner or a cohort: few, and the recount asks for all of them.
create index event_log_moved on event_log (batch)
    where type like 'kz.qadam.completion.%' and strpos(data, '"movedFrom"') > 0;
