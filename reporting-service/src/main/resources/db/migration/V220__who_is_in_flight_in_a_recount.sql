-- The trained states that had not arrived at a daily recount. A learner who still waits for the same state at the next one has
-- lost it.
alter table recount add column awaited jsonb;
