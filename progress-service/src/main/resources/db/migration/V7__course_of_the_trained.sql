-- The course of the completion that made a learner trained: when an enrolment's course is corrected, it is told anew. Of
-- completions that were ever corrected it is left out, so that these are told anew when they are next judged.
alter table learner_cohort add column course text;
update learner_cohort l set course = c.course from completion c where c.id = l.trained_by and c.version = 1;
