-- The trained states that had not arrived at a daily recount. Whoever still waits for the same state at the next one has
-- lost it.
alter table recount add column awaited jsonb;
