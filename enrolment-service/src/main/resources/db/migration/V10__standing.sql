-- What a completion moves of an enrolment, and what lists are in the order of: apart from the enrolment, so that nobody's
-- completion writes the whole row anew, with an entry in each of its indexes.
create table enrolment_standing (
    enrolment_id uuid primary key,
    whose        text collate "C" not null,
    completed    boolean not null default false,
    changed      xid8    not null default pg_current_xact_id()
);
comment on column enrolment_standing.whose is 'The institution, for its lists';
comment on column enrolment_standing.completed is
    'Whether an accepted completion is known. It changes no version: others derive it themselves';

insert into enrolment_standing (enrolment_id, whose, completed, changed)
select id, institution, completed, changed from enrolment;

create index enrolment_standing_by_change on enrolment_standing (changed, enrolment_id);
create index enrolment_standing_by_whose_and_change on enrolment_standing (whose, changed, enrolment_id);

drop index enrolment_by_change;
drop index enrolment_by_institution_and_change;
alter table enrolment
    drop column completed,
    drop column changed;
