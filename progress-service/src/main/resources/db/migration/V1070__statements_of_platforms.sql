-- Statements (xAPI) of learning platforms: how they are read, whose accounts they name, and what became of each that says that
-- a whole course is done. Whatever else a platform sends has no row here.

create table xapi_platform (
    institution text        not null,
    name        text        not null,
    version     int         not null,
    document    text        not null,
    changed_at  timestamptz not null,
    primary key (institution, name)
);
comment on table xapi_platform is 'How the statements of each platform of an institution are read';

-- A statement and the link of its account meet on this row; whoever comes first puts it here.
create table xapi_account (
    institution  text        not null,
    -- A keyed digest of platform and name, in hexadecimal.
    account      text        not null,
    platform     text        not null,
    -- The name, sealed; null once the person is erased.
    key_id       text,
    nonce        bytea,
    sealed       bytea,
    -- What the institution has linked it by: the name of an enrolment of the learner; its id once that is known.
    enrolment    text,
    enrolment_id uuid,
    erased       boolean     not null default false,
    -- Whether an enrolment of the learner has changed, so that its statements are to be looked at again.
    due          boolean     not null default false,
    since        timestamptz not null,
    primary key (institution, account)
);
create index xapi_account_enrolment on xapi_account (enrolment_id) where enrolment_id is not null;
create index xapi_account_pending on xapi_account (institution, enrolment) where enrolment_id is null and enrolment is not null;
create index xapi_account_due on xapi_account (institution, account) where due;

-- One row for each statement about a whole course that somebody has named, and for each that was taken back before it came:
-- the latter has no result.
create table xapi_statement (
    institution  text        not null,
    id           uuid        not null,
    result       text,
    account      text,
    activity     text,
    course       text,
    at           timestamptz,
    day          date,
    voided       boolean     not null default false,
    -- An enrolment of whom the account was linked to, if it was linked to somebody else from then on.
    linked_to    uuid,
    -- The enrolment under which it counts.
    enrolment_id uuid,
    state        text,
    because      text,
    received_at  timestamptz not null,
    changed      xid8        not null default pg_current_xact_id(),
    primary key (institution, id)
);
create index xapi_statement_account on xapi_statement (institution, account);
create index xapi_statement_enrolment on xapi_statement (enrolment_id) where enrolment_id is not null;
create index xapi_statement_linked on xapi_statement (linked_to) where linked_to is not null;
create index xapi_statement_changed on xapi_statement (institution, changed, id);
create index xapi_statement_waiting on xapi_statement (received_at) where state = 'waiting' or result is null;

-- The completion that statements have made under an enrolment. A further one, after it was taken back, has another generation.
create table xapi_completion (
    enrolment_id  uuid primary key,
    generation    int not null default 1,
    -- The completion of this generation, also if the institution has sent it itself; null: there is none.
    completion_id uuid,
    -- The day that statements have stated last; null: they have stated none in this generation.
    counted_on    date
);

-- Courses of which nobody has said yet which of ours they are.
create table xapi_unnamed_course (
    institution text        not null,
    platform    text        not null,
    activity    text        not null,
    title       text,
    statements  bigint      not null,
    last_at     timestamptz not null,
    primary key (institution, platform, activity)
);

-- How many statements came on a day, and what became of them at first.
create table xapi_count (
    institution text   not null,
    day         date   not null,
    verb        text   not null,
    type        text   not null,
    outcome     text   not null,
    statements  bigint not null,
    primary key (institution, day, outcome, verb, type)
);

-- An erasure also deletes what is known of the accounts of the person.
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

    -- Accounts at platforms: the keyed digest alone stays, by which later statements are dropped.
    perform from xapi_account a where a.enrolment_id = any(enrolments) order by a.institution, a.account for update;
    delete from xapi_statement s using xapi_account a
     where a.enrolment_id = any(enrolments) and s.institution = a.institution and s.account = a.account;
    delete from xapi_statement s where s.linked_to = any(enrolments) or s.enrolment_id = any(enrolments);
    update xapi_account
       set enrolment = null, enrolment_id = null, key_id = null, nonce = null, sealed = null, due = false, erased = true
     where enrolment_id = any(enrolments);
    delete from xapi_completion c where c.enrolment_id = any(enrolments);

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
