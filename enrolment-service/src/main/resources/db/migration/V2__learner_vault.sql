-- A learner is a random surrogate. The number or document itself is here only sealed (AES-256-GCM, bound to the learner's
-- id), and findable only by a keyed hash. Which key was used stands beside each, so that keys can be rotated.

create table learner (
    id          uuid primary key,
    cipher_key  text        not null,
    nonce       bytea       not null,
    sealed      bytea       not null,
    recorded_at timestamptz not null
);

create table learner_key (
    hash       bytea primary key,
    key_id     text not null,
    learner_id uuid not null references learner on delete cascade
);
create index learner_key_by_learner on learner_key (learner_id);
