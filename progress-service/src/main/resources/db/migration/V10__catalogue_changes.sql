-- Grows with every change of the catalogue, so that who judges by it need not read it each time. It is told before the
-- change is committed: until then nobody can ask, because of the lock (Catalogues), which goes before all rows.
create sequence catalogue_change;

create function catalogue_changes() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(x'51adab'::int);
    -- By the clock, so that no value returns, whatever is lost by a crash.
    perform setval('catalogue_change',
                   greatest(nextval('catalogue_change'), (extract(epoch from clock_timestamp()) * 1000000)::bigint));
    return null;
end $$;

create trigger changes before insert or update or delete or truncate on programme
    for each statement execute function catalogue_changes();
create trigger changes before insert or update or delete or truncate on cohort
    for each statement execute function catalogue_changes();
create trigger changes before insert or update or delete or truncate on requirement_version
    for each statement execute function catalogue_changes();
create trigger changes before insert or update or delete or truncate on course
    for each statement execute function catalogue_changes();
create trigger changes before insert or update or delete or truncate on institution
    for each statement execute function catalogue_changes();
