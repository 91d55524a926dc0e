-- From which day on each version of the rule decides what a release publishes. A row is written once, when a version first
-- starts: at the next month end if there are releases of an earlier version, which are repeated until then.
create table release_rule (
    rule        int primary key,
    begins_on   date        not null,
    recorded_at timestamptz not null default clock_timestamp()
);
comment on column release_rule.begins_on is 'The local day of the first release that this version decides';

create trigger release_rule_is_only_added before update or delete or truncate on release_rule
    for each statement execute function refuse_change();
