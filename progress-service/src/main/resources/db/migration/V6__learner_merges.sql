-- Learners who turned out to be one person with another, as the enrolment-service tells. Whoever asks for the one is
-- answered for the other.
create table learner_merge (
    absorbed  uuid primary key,
    surviving uuid not null,
    version   int  not null
);
