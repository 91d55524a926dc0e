-- An attribute of enrolments (decision 242).
alter table enrolment add column language text;
alter table former_enrolment add column language text;
comment on column enrolment.language is 'The language of instruction: kk, ru or en; null if it is not known';
