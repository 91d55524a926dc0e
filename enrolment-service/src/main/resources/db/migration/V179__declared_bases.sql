-- On which basis an institution sends the people of a cohort, as it has declared. Rows are only added. On a day, the declaration
-- with the highest version is in force of those whose first day has come.
create table declared_basis (
    id          uuid primary key,
    institution text        not null references institution,
    cohort      text        not null references cohort,
    version     int         not null,
    basis       text        not null,
    since       date        not null,
    document    text        not null,
    declared_at timestamptz not null,
    declared_by text        not null,
    unique (institution, cohort, version)
);
