-- An erasure also overwrites what was sent in the last days, so that it is not sent again with the former reference.
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
    update sent_event s set data = with_reference(s.data, e.reference)
      from enrolment e
     where e.id = any(enrolments) and s.publisher = 'enrolments' and s.subject = e.id::text;
    -- Between the two statements an event may have gone back to be sent again.
    update outbox_event s set data = with_reference(s.data, e.reference)
      from enrolment e
     where e.id = any(enrolments) and s.publisher = 'enrolments' and s.subject = e.id::text;
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
