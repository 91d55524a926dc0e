-- When the last statement of each platform came, whatever has become of it: so its institution sees that it has gone silent.
create table xapi_platform_use (
    institution text        not null,
    platform    text        not null,
    last_at     timestamptz not null,
    primary key (institution, platform)
);

insert into xapi_platform_use (institution, platform, last_at)
select institution, platform, max(last_at)
  from (select a.institution, a.platform, s.received_at as last_at
          from xapi_statement s join xapi_account a on a.institution = s.institution and a.account = s.account
        union all
        select institution, platform, last_at from xapi_unnamed_course) as came
 group by institution, platform;

-- For the tasks of an institution, which are asked for with each home.
create index xapi_statement_waits on xapi_statement (institution, account) where state = 'waiting';
