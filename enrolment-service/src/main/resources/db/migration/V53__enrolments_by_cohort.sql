-- Whether anybody was ever enrolled in a cohort is looked up when it is withdrawn: nothing else would find that out without
-- reading all enrolments. A cohort is one of few, so its entries are stored once for many rows.
create index enrolment_by_cohort on enrolment (cohort);
create index former_enrolment_by_cohort on former_enrolment (cohort);
