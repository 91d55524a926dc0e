-- A merge that the office has undone. The alias is removed from learner_merge; the version of the alias goes on from here.
create table learner_split (
    id               uuid primary key,
    absorbed         uuid        not null references learner,
    surviving        uuid        not null references learner,
    named            uuid[]      not null,
    enrolments       int         not null,
    reason           text        not null,
    decided_by       text        not null,
    decided_at       timestamptz not null,
    version          int         not null,
    merge_reason     text        not null,
    merge_decided_by text        not null,
    merge_decided_at timestamptz not null,
    trace            text,
    changed          xid8        not null default pg_current_xact_id(),
    unique (absorbed, version)
);
comment on column learner_split.surviving is 'The learner of both until the split';
comment on column learner_split.named is 'The enrolments that the office gave to the absorbed learner in addition to its own';
comment on column learner_split.version is 'Of the alias: one more than the last version of the merge';
create index learner_split_by_change on learner_split (changed, id);
create index learner_split_by_surviving on learner_split (surviving);

comment on column enrolment.event is 'What brought the newest version about: enrolled, withdrawn, corrected, merged or split';


-- Removes the number of a blocked learner and of its aliases, and overwrites every text that may name the person. A column
-- with free text belongs into this function: ErasedTextsTest says so.
create or replace function erase_learner(blocked uuid) returns void language plpgsql security definer as $$
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
    update learner_split set reason = 'erased', merge_reason = 'erased'
     where surviving = any(learners) or absorbed = any(learners);
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
