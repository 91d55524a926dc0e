-- How many completions of an institution were accepted or refused and do not count is asked each time its home is opened; few do
-- not.
create index completion_not_counting on completion (institution, changed_at)
    where status = 'refused' or status = 'accepted' and not counts;
