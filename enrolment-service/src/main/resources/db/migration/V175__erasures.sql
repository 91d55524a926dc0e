-- The office erases a learner: the learner is blocked at once, and erased when no file may hold the number any more.
create table erasure (
    id           uuid primary key,
    learner      uuid        not null unique references learner,
    reason       text        not null,
    explanation  text,
    requested_by text        not null,
    state        text        not null check (state in ('blocked', 'erased')),
    blocked_at   timestamptz not null,
    erased_at    timestamptz,
    version      int         not null,
    trace        text,
    changed      xid8        not null default pg_current_xact_id(),
    check ((state = 'erased') = (erased_at is not null))
);
comment on column erasure.learner is 'The surviving learner of all aliases';
comment on column erasure.explanation is 'It may name the person, so it is cleared with the rest';
create index erasure_by_change on erasure (changed, id);
create index erasure_blocked on erasure (blocked_at) where state = 'blocked';

-- Every id of an erased person. It is never deleted: such a learner stays unreadable for institutions.
create table blocked_learner (
    learner uuid primary key references learner,
    erasure uuid    not null references erasure,
    erased  boolean not null default false
);
create index blocked_learner_not_erased on blocked_learner (learner) where not erased;
create index blocked_learner_by_erasure on blocked_learner (erasure);

-- What an institution has to forget. It has to know which references, so these are kept until it confirms, or until
-- cleared_after.
create table erasure_task (
    id                   uuid primary key,
    erasure              uuid        not null references erasure,
    institution          text        not null,
    enrolment_references text[],
    created_at           timestamptz not null,
    cleared_after        timestamptz not null,
    confirmed_at         timestamptz,
    confirmed_by         text,
    outcome              text check (outcome in ('forgotten', 'kept-by-law')),
    changed              xid8        not null default pg_current_xact_id(),
    unique (erasure, institution)
);
create index erasure_task_by_change on erasure_task (changed, id);
create index erasure_task_by_institution_and_change on erasure_task (institution, changed, id);
create index erasure_task_with_references on erasure_task (cleared_after) where enrolment_references is not null;

-- A learner without a number.
alter table learner
    alter column cipher_key drop not null,
    alter column nonce drop not null,
    alter column sealed drop not null;

-- The data of an event with another reference. Everything else keeps its bytes.
create function with_reference(data text, reference text) returns text language sql immutable
return regexp_replace(data, '"reference"\s*:\s*"(\\.|[^"\\])*"', '"reference":"' || reference || '"');

-- Removes the number of a blocked learner and of its aliases, and overwrites every text that may name the person. A column
-- with free text belongs into this function: ErasedTextsTest says so.
create function erase_learner(blocked uuid) returns void language plpgsql security definer as $$
declare
    learners   constant uuid[] := array(select b.learner from blocked_learner b join erasure e on e.id = b.erasure
                                         where e.learner = blocked);
    enrolments constant uuid[] := array(select id from enrolment where learner_id = any(learners));
begin
    if cardinality(learners) = 0 then
        raise exception 'This learner is not blocked';
    end if;

    -- A rotation of the keys locks the rows in the same way, and finds no number afterwards.
    perform from learner where id = any(learners) order by id for no key update;
    delete from learner_key where learner_id = any(learners);
    update learner set cipher_key = null, nonce = null, sealed = null where id = any(learners);

    -- Nobody can guess the new references, so nobody can have used one of them before.
    update enrolment set reference = 'erased-' || gen_random_uuid(), withdrawal_reason = null, reason = null
     where id = any(enrolments);
    update enrolment_standing set changed = pg_current_xact_id() where enrolment_id = any(enrolments);
    update former_enrolment set reason = null where enrolment_id = any(enrolments) or learner_id = any(learners);
    update learner_merge set reason = 'erased' where surviving = any(learners) or absorbed = any(learners);
    update erasure set explanation = null where learner = blocked;

    update outbox_event o set data = with_reference(o.data, e.reference)
      from enrolment e
     where e.id = any(enrolments) and o.publisher = 'enrolments' and o.subject = e.id::text;
    -- Of what could not be taken in: the bytes may be anything.
    update dead_letter letter
       set value = case when position('\x00'::bytea in value) > 0 then ''
                        else convert_to(with_reference(convert_from(value, 'LATIN1'), 'erased'), 'LATIN1') end
      from unnest(enrolments) as erased (id)
     where position(convert_to(erased.id::text, 'LATIN1') in letter.value) > 0;

    if to_regprocedure('clear_trail_text(text[])') is not null then
        execute 'select clear_trail_text($1)' using (learners || enrolments)::text[];
    end if;
end $$;
