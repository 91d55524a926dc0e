-- Parked letters are few; how many there are is looked at every few seconds.
create index enrolment_letter_parked on enrolment_letter (seq) where parked is not null;
