-- Of a table without references: the rows that were kept, with the references that they got, without numbers of people.
alter table import_part drop constraint import_part_content_check;
alter table import_part add constraint import_part_content_check check (content in ('header', 'rows', 'errors', 'kept'));

alter table import_job add lists_kept boolean not null default false;
comment on column import_job.lists_kept is 'Whether its kept rows are stored: its table has no references';
