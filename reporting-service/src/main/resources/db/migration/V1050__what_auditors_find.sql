-- Worklists of auditors: samples that were drawn and kept. A record is named by its ids; what it says is read from the facts at
-- the batch of the worklist, so an erasure reaches it there. A closed worklist stays as it is, also if a learner is erased or
-- blocked later: it keeps which records were left out.
create table worklist (
    id        uuid primary key,
    cohort    text        not null,
    region    text,
    seed      text        not null,
    size      int         not null,
    batch     bigint      not null,
    as_of     timestamptz not null,
    on_day    date        not null,
    total     bigint      not null,
    drawn_at  timestamptz not null,
    drawn_by  text        not null,
    closed_at timestamptz,
    closed_by text,
    changed   xid8        not null default pg_current_xact_id()
);
comment on column worklist.region is 'The region of the auditor who drew it, who sees one region only; null: of the country';
comment on column worklist.total is 'How many learners were trained: the records were drawn from them';
create index worklist_changed on worklist (changed, id);
create index worklist_open on worklist (drawn_at) where closed_at is null;

create table worklist_record (
    worklist    uuid    not null references worklist,
    position    int     not null,
    completion  uuid    not null,
    learner     uuid    not null,
    institution text    not null,
    left_out    boolean not null default false,
    primary key (worklist, completion),
    unique (worklist, position)
);
comment on column worklist_record.position is 'From 1; records of one institution follow each other';
comment on column worklist_record.left_out is 'Of a closed worklist: the learner was erased or blocked when it was closed';
create index worklist_record_completion on worklist_record (completion);
create index worklist_record_learner on worklist_record (learner);

create table worklist_finding (
    worklist   uuid        not null,
    completion uuid        not null,
    version    int         not null,
    outcome    text        not null,
    note       text,
    found_at   timestamptz not null,
    found_by   text        not null,
    primary key (worklist, completion),
    foreign key (worklist, completion) references worklist_record
);
comment on column worklist_finding.note is 'Typed by an auditor; an erasure of the learner overwrites it';

-- What auditors have found out about hints. The id follows from what the hint is about, so that it is the same in each answer.
create table hint_settlement (
    hint       uuid primary key,
    month      date        not null,
    kind       text        not null,
    learner    uuid,
    count      bigint      not null,
    version    int         not null,
    outcome    text        not null,
    reason     text,
    settled_at timestamptz not null,
    settled_by text        not null
);
comment on column hint_settlement.learner is 'Of a hint about one person; null: about an institution';
comment on column hint_settlement.count is 'How many completions made up the hint; one that has grown since is open again';
comment on column hint_settlement.reason is 'Typed by an auditor; null if the learner is erased, whose erasure overwrites it';
create index hint_settlement_month on hint_settlement (month);
create index hint_settlement_learner on hint_settlement (learner) where learner is not null;

-- As before, with the notes and reasons of auditors.
create or replace function erase_texts(learners uuid[], enrolments uuid[], completions uuid[]) returns void
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

    delete from archive_salt -- without the salt nobody can try references against a sealed digest
     where subject in (select completion::text from erased_completion where completion = any(completions));
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

    -- What auditors have typed. What is being kept meanwhile waits for this lock (AuditorTexts), and then sees who is erased.
    perform pg_advisory_xact_lock(1050);
    update worklist_finding f set note = null
      from worklist_record r
     where r.worklist = f.worklist and r.completion = f.completion and f.note is not null
       and (r.completion in (select completion from erased_completion where completion = any(completions))
            or r.learner in (select learner from blocked_learner where learner = any(learners) and erased));
    update hint_settlement set reason = null
     where learner in (select learner from blocked_learner where learner = any(learners) and erased);

    if to_regprocedure('clear_trail_text(text[])') is not null then
        execute 'select clear_trail_text($1)'
          using array(select learner::text from blocked_learner where learner = any(learners) and erased
                      union all select enrolment::text from erased_enrolment where enrolment = any(enrolments)
                      union all select completion::text from erased_completion where completion = any(completions));
    end if;
end $$;
