-- Every id of a person whose erasure enrolment-service has accepted: originals, which no rebuild touches. They are never
-- deleted: what is delivered late is overwritten too.
create table blocked_learner (
    learner uuid primary key,
    erased  boolean not null
);
create table erased_enrolment (
    enrolment uuid primary key
);
create table erased_completion (
    completion uuid primary key,
    reference  text   not null,
    version    bigint not null
);
comment on column erased_completion.version is 'Of the event with the reference: a later one may have other references';
comment on column erased_completion.reference is 'The new one. It has the place of the former one in the order of rule 2';

-- An erased event does not repeat what is delivered again, and does not contradict it.
alter table event_log add column erased boolean not null default false;

-- The data of an event with another reference. Everything else keeps its bytes.
create function with_reference(data text, reference text) returns text language sql immutable
return regexp_replace(data, '"reference"\s*:\s*"(\\.|[^"\\])*"', '"reference":"' || reference || '"');

-- Overwrites the references in events, facts and dead letters; figures, days and states stay. Only what is in the three tables
-- above is overwritten, whatever the arguments name. A column with free text belongs into this function: ErasedTextsTest says
-- so.
create function erase_texts(learners uuid[], enrolments uuid[], completions uuid[]) returns void
language plpgsql security definer as $$
begin
    update event_log e set erased = true, data = with_reference(e.data, c.reference)
      from erased_completion c
     where c.completion = any(completions) and e.subject = c.completion::text and e.type like 'kz.qadam.completion.%';
    update event_log e set erased = true, data = with_reference(e.data, 'erased-' || n.enrolment)
      from erased_enrolment n
     where n.enrolment = any(enrolments) and e.subject = n.enrolment::text and e.type like 'kz.qadam.enrolment.%';
    update event_log e set erased = true, data = with_reference(e.data, c.reference)
      from blocked_learner l
      join trained_fact t on t.learner = l.learner
      join erased_completion c on c.completion = t.completion
     where l.learner = any(learners) and l.erased and e.subject = t.learner || '/' || t.cohort
       and e.type = 'kz.qadam.learner.trained.v1' and e.data::json ->> 'completionId' = c.completion::text;

    update completion_fact f set reference = c.reference
      from erased_completion c where c.completion = any(completions) and f.completion = c.completion;
    update enrolment_fact f set reference = 'erased-' || n.enrolment
      from erased_enrolment n where n.enrolment = any(enrolments) and f.enrolment = n.enrolment;

    -- Of what could not be taken in: the bytes may be anything.
    update dead_letter letter
       set value = case when position('\x00'::bytea in value) > 0 then ''
                        else convert_to(with_reference(convert_from(value, 'LATIN1'), 'erased'), 'LATIN1') end
      from erased_enrolment n
     where n.enrolment = any(enrolments) and position(convert_to(n.enrolment::text, 'LATIN1') in letter.value) > 0;

    if to_regprocedure('clear_trail_text(text[])') is not null then
        execute 'select clear_trail_text($1)'
          using array(select learner::text from blocked_learner where learner = any(learners) and erased
                      union all select enrolment::text from erased_enrolment where enrolment = any(enrolments)
                      union all select completion::text from erased_completion where completion = any(completions));
    end if;
end $$;
