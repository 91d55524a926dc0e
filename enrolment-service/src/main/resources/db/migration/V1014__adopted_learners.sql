-- What was taken over from Kafka after the database went back to a backup: enrolments are published without numbers, so
-- institutions send them again, under the same references.

create table adopted_learner (
    learner         uuid primary key references learner,
    adopted_at      timestamptz not null default now(),
    number_known_at timestamptz
);
comment on column adopted_learner.number_known_at is
    'When its number came, or the learner was erased or merged; null: it has to be sent again';
create index adopted_learner_without_number on adopted_learner (learner) where number_known_at is null;

create table adopted_enrolment (
    enrolment     uuid primary key references enrolment,
    learner       uuid        not null references learner,
    adopted_at    timestamptz not null default now(),
    sent_again_at timestamptz
);
comment on table adopted_enrolment is 'Enrolments of which only what was published is known';
comment on column adopted_enrolment.learner is 'Whose number the institution sent with it: its first learner';
comment on column adopted_enrolment.sent_again_at is
    'When its institution sent it again; null: nobody knows whether the region was sent or derived';
create index adopted_enrolment_to_be_sent on adopted_enrolment (enrolment) where sent_again_at is null;
create index adopted_enrolment_by_learner on adopted_enrolment (learner);

-- An adopted learner whose number came, and was another learner's already: the two are one person. If other institutions have
-- enrolled the learner, too, one of them has to send the same number: nobody decides about the enrolments of others alone.
create table merge_due (
    absorbed  uuid        primary key references learner, -- the adopted one
    surviving uuid        not null references learner,
    asked_by  text        not null,
    confirmed boolean     not null,
    asked_at  timestamptz not null default now()
);
comment on column merge_due.asked_by is 'The institution that sent the number first';

-- The region that was sent with a former state of an enrolment whose institution sends it again: the service itself changes no
-- former state. It is the region in which the state counted, so nothing else changes.
create function note_sent_regions(enrolments uuid[], regions text[]) returns void language sql security definer as $$
    update former_enrolment f set sent_region = sent.region
      from unnest(enrolments, regions) as sent (enrolment, region)
      join adopted_enrolment one on one.enrolment = sent.enrolment and one.sent_again_at is null
     where f.enrolment_id = sent.enrolment and f.region = sent.region and f.sent_region is null
$$;
