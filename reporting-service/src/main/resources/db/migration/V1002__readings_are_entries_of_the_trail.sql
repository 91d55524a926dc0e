-- Instances from before the trail used them.
-- not used since V1000
drop view if exists reading;
-- not used since V1000
drop function if exists add_reading();
