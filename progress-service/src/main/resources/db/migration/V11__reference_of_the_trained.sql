-- The reference of the completion that made a learner trained. With its day and its institution that is its place in the
-- order of rule 2: what comes after it changes nothing, and need not be judged together with all that was before. It is
-- left out where the course is, so that these are judged anew, and told.
alter table learner_cohort add column reference text;
update learner_cohort l set reference = c.reference from completion c where c.id = l.trained_by and l.course is not null;
