-- After its retention, the number of a learner is removed; the learner stays, since enrolments name it.
alter table learner
    alter column cipher_key drop not null,
    alter column nonce drop not null,
    alter column sealed drop not null;
create index learner_without_number on learner (id) where cipher_key is null;

-- When this service heard of a completion last. Of earlier completions this is not known; their retention begins now.
alter table completion add column known_at timestamptz not null default now();
