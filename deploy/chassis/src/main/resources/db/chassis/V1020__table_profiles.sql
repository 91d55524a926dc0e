-- How the tables of other systems are read: for each kind of rows, the profiles of each institution.
create table table_profile (
    kind        text        not null,
    institution text        not null,
    name        text        not null,
    version     int         not null,
    document    text        not null,
    changed_at  timestamptz not null,
    primary key (kind, institution, name)
);

alter table import_job add left_out int not null default 0;
comment on column import_job.left_out is 'How many rows of the file its profile left out; received does not count them';
