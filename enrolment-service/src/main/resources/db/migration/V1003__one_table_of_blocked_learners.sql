-- Former names of what blocked_learner holds, which nobody has read since it holds all blocks.
-- not used since V1000
drop view if exists unavailable_learner;
-- not used since V1000
drop view if exists learner_block;
