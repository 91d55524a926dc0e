-- An erasure also overwrites what was sent in the last days, so that it is not sent again with the former reference.
create or replace function erase_completions(learners uuid[]) returns table (completion_id uuid, new_reference text)
language plpgsql security definer as $$
declare
    enrolments constant uuid[] := array(select id from enrolment where learner_id = any(learners));
    erased     uuid[];
begin
    if exists (select from unnest(learners) as one (id)
                where not exists (select from blocked_learner b where b.learner = one.id and b.erased)) then
        raise exception 'A learner of these is not erased';
    end if;

    -- In the order of everybody's locks: the names of enrolments, completions, learners. Without its names nothing can be
    -- sent under an enrolment any more.
    perform from enrolment_name n join enrolment e on e.institution = n.institution and n.name in (e.reference, e.id::text)
      where e.id = any(enrolments) and n.enrolment_id = e.id
      order by n.institution, n.name for update of n;
    with renamed as materialized (
        select id, institution, reference,
               case when reference ~ '^erased-[0-9a-f]{8}-[0-9a-f-]{27}$' then reference
                    else 'erased-' || gen_random_uuid() end as new_reference
          from enrolment where id = any(enrolments)),
    names as (
        update enrolment_name n
           set name = case when n.name = r.reference then r.new_reference else 'erased-' || gen_random_uuid() end
          from renamed r
         where n.enrolment_id = r.id and n.institution = r.institution and n.name in (r.reference, r.id::text)
           and n.name <> r.new_reference)
    update enrolment e set reference = r.new_reference from renamed r where r.id = e.id;
    -- The former reference may have been the name of another enrolment.
    insert into enrolment_name (institution, name, enrolment_id)
    select institution, reference, id from enrolment where id = any(enrolments) order by institution, reference
    on conflict do nothing;

    perform from completion c where c.enrolment_id = any(enrolments) order by c.institution, c.reference for update;
    erased := array(select c.id from completion c where c.enrolment_id = any(enrolments));
    update completion c
       set reference = 'erased-' || lpad(ranked.position::text, 6, '0') || '-' || gen_random_uuid(),
           enrolment = e.reference, certificate = null, reason = null, changed = pg_current_xact_id()
      from (select o.id, row_number() over (order by o.reference collate "C", o.institution, o.id) as position
              from completion o where o.id = any(erased)) as ranked,
           enrolment e
     where ranked.id = c.id and e.id = c.enrolment_id;
    update former_completion
       set enrolment = case when enrolment is not null then 'erased-' || coalesce(enrolment_id::text, 'unknown') end,
           certificate = null, reason = null
     where id = any(erased) or enrolment_id = any(enrolments) and (certificate is not null or reason is not null);
    update learner_cohort l set reference = c.reference
      from completion c
     where l.learner_id = any(learners) and c.id = l.trained_by and l.reference is not null;

    update outbox_event o set data = with_reference(o.data, c.reference)
      from completion c
     where c.id = any(erased)
       and (o.subject = c.id::text
            or o.type = 'kz.qadam.learner.trained.v1' and o.data::json ->> 'completionId' = c.id::text);
    update sent_event s set data = with_reference(s.data, c.reference)
      from completion c
     where c.id = any(erased)
       and (s.subject = c.id::text
            or s.type = 'kz.qadam.learner.trained.v1' and s.data::json ->> 'completionId' = c.id::text);
    -- Between the two statements an event may have gone back to be sent again.
    update outbox_event s set data = with_reference(s.data, c.reference)
      from completion c
     where c.id = any(erased)
       and (s.subject = c.id::text
            or s.type = 'kz.qadam.learner.trained.v1' and s.data::json ->> 'completionId' = c.id::text);
    -- Of what could not be taken in: the bytes may be anything.
    update dead_letter letter
       set value = case when position('\x00'::bytea in value) > 0 then ''
                        else convert_to(with_reference(convert_from(value, 'LATIN1'), 'erased'), 'LATIN1') end
      from unnest(enrolments) as one (id)
     where position(convert_to(one.id::text, 'LATIN1') in letter.value) > 0;

    if to_regprocedure('clear_trail_text(text[])') is not null then
        execute 'select clear_trail_text($1)' using (learners || enrolments || erased)::text[];
    end if;
    return query select c.id, c.reference from completion c where c.id = any(erased) order by c.id;
end $$;
