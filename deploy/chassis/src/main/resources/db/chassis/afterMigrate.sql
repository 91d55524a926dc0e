-- Flyway runs this as the owner after each start, also when there was nothing to migrate. The service works with another
-- role, which owns nothing. What it may do follows from the tables that are there: a new one needs no statement of its own.
--   in general     select, insert, update
--   append-only    select, insert; and maintain, without which they cannot be locked against other additions
--   deleted-from   select, insert, update, delete
--   a partition    nothing; it is used through its table
--   a view         select; and insert, if a trigger does something else with the row (tgtype 64: instead of)
--   written by functions of the owner, or by nobody any more  select
--   the history    select: a service that does not migrate itself waits for its migrations (AwaitedMigrations)
--   a function     execute; but not those that only functions and migrations of the owner call (owners_only)
-- Which tables are in the three lists is declared by the service (application.properties), and below for those of the chassis.
-- In deleted-from, %_fact names each table whose name ends so. Columns in by_default take what the database says: the
-- service's role inserts the others, or it could add a row in the past.
do $$
declare
    service      constant text   := '${service}';
    append_only  constant text[] := string_to_array('${append-only}', ',') || '{trail,archive_anchor}'::text[];
    deleted_from constant text[] := string_to_array(replace('${deleted-from}', '_', '\_'), ',')
        || '{import_erasure,import_job,import_part,lease,outbox_event,relay_held,republish_request,sent_compared,sent_event,table_profile}'::text[];
    of_functions constant text[] := string_to_array('${of-functions}', ',')
        || '{archive_confirmation,archive_dropped,archive_epoch,archive_segment,trail_block,trail_head}'::text[];
    by_default   constant text[] := array['trail.change', 'archive_anchor.received_at'];
    owners_only  constant text[] := array['archive_drop(integer)', 'clear_trail_text(text[])', 'prepare_trail(timestamp with time zone)'];
    service_role constant oid    := (select oid from pg_roles where rolname = service);
    owner_role   constant oid    := (select oid from pg_roles where rolname = current_user);
    one record;
begin
    if service = current_user then
        raise exception 'Migrations and service use one role, %', service
            using hint = 'Convert the database (roles.sql); QUARKUS_FLYWAY_USERNAME names the role that owns it.';
    end if;

    -- Two instances may start at the same time.
    perform pg_advisory_xact_lock(hashtext('privileges'));

    for one in
        with relation as (
            select oid, relkind, relacl,
                   case when relispartition then '{}'
                        when relname = 'flyway_schema_history' or relname = any(of_functions) then '{SELECT}'
                        when relkind = 'S' then '{SELECT,USAGE}'
                        when relkind = 'v' and exists (select from pg_trigger where tgrelid = pg_class.oid and tgtype & 64 > 0)
                        then '{INSERT,SELECT}'
                        when relkind = 'v' then '{SELECT}'
                        when relname = any(append_only) and exists (
                            select from unnest(by_default) as name where name like relname || '.%') then '{MAINTAIN,SELECT}'
                        when relname = any(append_only) then '{INSERT,MAINTAIN,SELECT}'
                        when relname like any(deleted_from) then '{DELETE,INSERT,SELECT,UPDATE}'
                        else '{INSERT,SELECT,UPDATE}' end::text[] as due
              from pg_class
             where relnamespace = current_schema()::regnamespace and relowner = owner_role
               and relkind in ('r', 'p', 'v', 'S'))
        select case relkind when 'S' then 'sequence' else 'table' end as kind, oid::regclass as name, due
          from relation
         where due <> array(select privilege_type from aclexplode(relacl) where grantee = service_role order by 1)
    loop
        execute format('revoke all on %s %s from %I', one.kind, one.name, service);
        if cardinality(one.due) > 0 then
            execute format('grant %s on %s %s to %I', array_to_string(one.due, ','), one.kind, one.name, service);
        end if;
    end loop;

    for one in
        select attrelid::regclass as name, string_agg(quote_ident(attname), ', ') as columns
          from pg_attribute join pg_class on pg_class.oid = attrelid
         where relnamespace = current_schema()::regnamespace and attnum > 0 and not attisdropped
           and exists (select from unnest(by_default) as name where name like relname || '.%')
           and relname || '.' || attname <> all(by_default)
         group by attrelid
        having not bool_and(has_column_privilege(service_role, attrelid, attnum, 'insert'))
    loop
        execute format('grant insert (%s) on table %s to %I', one.columns, one.name, service);
    end loop;

    -- Functions, which anybody may call by default. Those that act as the owner look up names in this schema only.
    for one in
        with function as (
            select oid, oid::regprocedure as name, oid::regprocedure::text <> all(owners_only) as is_due from pg_proc
             where pronamespace = current_schema()::regnamespace and proowner = owner_role
               and prorettype <> 'trigger'::regtype)
        select name, is_due from function
         where has_function_privilege('public', oid, 'execute')
            or has_function_privilege(service_role, oid, 'execute') <> is_due
    loop
        execute format('revoke all on function %s from public, %I', one.name, service);
        if one.is_due then
            execute format('grant execute on function %s to %I', one.name, service);
        end if;
    end loop;
    for one in
        select oid::regprocedure as name from pg_proc
         where pronamespace = current_schema()::regnamespace and proowner = owner_role and prosecdef and proconfig is null
    loop
        execute format('alter function %s set search_path = %I, pg_temp', one.name, current_schema());
    end loop;

    -- The settings of B1000, which a new database has for the role that migrated it. Who has set others for the service's role
    -- keeps them.
    if not exists (select from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
                    where s.setrole = service_role and d.datname = current_database()) then
        execute format('set local role %I', service);
        for one in
            select split_part(setting, '=', 1) as name, substr(setting, strpos(setting, '=') + 1) as value
              from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase cross join unnest(s.setconfig) as setting
             where s.setrole = owner_role and d.datname = current_database()
        loop
            execute format('alter role %I in database %I set %s = %L', service, current_database(), one.name, one.value);
        end loop;
        reset role;
    end if;
end $$;
