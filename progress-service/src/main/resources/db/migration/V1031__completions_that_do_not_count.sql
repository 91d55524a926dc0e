-- What an institution sent that does not count is counted each time its home is opened; it is little of all.
create index completion_not_counting on completion (institution, status)
    where status = 'pending' or status = 'refused' or status = 'accepted' and not counts;
