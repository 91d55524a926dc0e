-- Under which leader the last event that was taken in had been written: a log that has lost it is recognised by that.
-- Null: not known, as of what was taken in before this was kept.
alter table intake_offset add column leader_epoch int;
