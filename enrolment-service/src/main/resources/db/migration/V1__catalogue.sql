-- What the programme office keeps. Each thing carries its newest version, and how far Kafka has acknowledged it:
-- whatever has published_version < version waits to be sent. parked says why Kafka will never take it.

create table programme (
    code              text primary key,
    version           int         not null,
    published_version int         not null default 0,
    parked            text,
    trace             text,
    recorded_at       timestamptz not null
);

create table programme_version (
    id          uuid primary key default gen_random_uuid(),
    programme   text        not null references programme,
    version     int         not null,
    starts_on   date        not null,
    horizon     date        not null,
    zone        text        not null,
    recorded_at timestamptz not null,
    unique (programme, version),
    check (starts_on <= horizon)
);

create table programme_milestone (
    programme_version uuid not null references programme_version,
    code              text not null,
    day               date not null,
    primary key (programme_version, code)
);

create table cohort (
    code              text primary key,
    place             int         not null unique,
    name_kk           text        not null,
    name_ru           text        not null,
    name_en           text        not null,
    version           int         not null,
    published_version int         not null default 0,
    parked            text,
    trace             text,
    recorded_at       timestamptz not null
);

-- A requirement without any of its three members is met by any one completed course.
create table cohort_version (
    id          uuid primary key default gen_random_uuid(),
    cohort      text        not null references cohort,
    version     int         not null,
    valid_from  date        not null,
    target      int check (target >= 0),
    courses     text[],
    min_courses int check (min_courses > 0),
    hours       int check (hours > 0),
    reason      text        not null,
    recorded_at timestamptz not null,
    unique (cohort, version)
);

create table institution (
    code              text primary key,
    id                uuid        not null unique,
    bin               text,
    kind              text        not null,
    name_kk           text        not null,
    name_ru           text        not null,
    name_en           text        not null,
    region            text,
    status            text        not null,
    version           int         not null,
    published_version int         not null default 0,
    parked            text,
    trace             text,
    recorded_at       timestamptz not null,
    changed           xid8        not null default pg_current_xact_id()
);
create index institution_by_change on institution (changed, id);
create index institution_unpublished on institution (code) where published_version < version;

create table course (
    code              text primary key,
    id                uuid        not null unique,
    name_kk           text        not null,
    name_ru           text        not null,
    name_en           text        not null,
    hours             int         not null check (hours > 0),
    area              text        not null,
    version           int         not null,
    published_version int         not null default 0,
    parked            text,
    trace             text,
    recorded_at       timestamptz not null,
    changed           xid8        not null default pg_current_xact_id()
);
create index course_by_change on course (changed, id);
create index course_unpublished on course (code) where published_version < version;

-- Lists are in the order of last change; that Kafka has acknowledged something is no change.
create function note_change() returns trigger language plpgsql as $$
begin
    new.changed := pg_current_xact_id();
    return new;
end
$$;
create trigger institution_changes before update on institution
    for each row when (old.version <> new.version) execute function note_change();
create trigger course_changes before update on course
    for each row when (old.version <> new.version) execute function note_change();

insert into programme (code, version, recorded_at) values ('ai-skills', 1, now());
insert into programme_version (programme, version, starts_on, horizon, zone, recorded_at)
values ('ai-skills', 1, '2026-01-01', '2030-12-31', 'Asia/Almaty', now());
insert into programme_milestone (programme_version, code, day)
select id, 'digital-nation', '2028-09-08' from programme_version;

insert into cohort (code, place, name_kk, name_ru, name_en, version, recorded_at) values
    ('pupils', 1, 'Мектеп оқушылары', 'Школьники', 'School pupils', 1, now()),
    ('students', 2, 'Студенттер', 'Студенты', 'Students', 1, now()),
    ('civil-servants', 3, 'Мемлекеттік қызметшілер', 'Государственные служащие', 'Civil servants', 1, now()),
    ('business', 4, 'Бизнес өкілдері', 'Представители бизнеса', 'Business representatives', 1, now()),
    ('citizens', 5, 'Азаматтар', 'Граждане', 'Citizens', 1, now());
-- Valid from before any programme, so that every day has a version.
insert into cohort_version (cohort, version, valid_from, target, reason, recorded_at) values
    ('pupils', 1, '2000-01-01', 500000, 'The five-year plan', now()),
    ('students', 1, '2000-01-01', 300000, 'The five-year plan', now()),
    ('civil-servants', 1, '2000-01-01', 90000, 'The five-year plan', now()),
    ('business', 1, '2000-01-01', 80000, 'The five-year plan', now()),
    ('citizens', 1, '2000-01-01', null, 'The five-year plan names no number', now());
