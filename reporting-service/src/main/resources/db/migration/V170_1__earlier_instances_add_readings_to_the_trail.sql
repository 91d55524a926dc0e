-- While instances are upgraded one at a time, those of the earlier version still write and list readings as rows of a table.
-- For them the log of readings is a view of the trail. It can be dropped when no instance of that version runs any more.
create view reading as
select id, at, actor as subject, string_to_array(roles, ' ') as roles, asked, as_of, on_day, coalesce(items, 1) as records, change
  from trail
 where kind = 'read' and on_day is not null and action like 'GET /v1/audit/%';

create function add_reading() returns trigger language plpgsql as $$
begin
    insert into trail (id, at, instance, kind, action, outcome, actor, roles, session, items, asked, as_of, on_day)
    values (new.id, new.at, 'before-the-trail', 'read', 'GET ' || split_part(new.asked, '?', 1), 'done', new.subject,
            array_to_string(new.roles, ' '), false, new.records, new.asked, new.as_of, new.on_day);
    return new;
end $$;
create trigger add_reading instead of insert on reading for each row execute function add_reading();

-- At once, and not only when all migrations are done: instances of the earlier version run meanwhile.
do $$
declare
    service text;
begin
    for service in
        select distinct grantee::regrole::text from pg_class cross join aclexplode(relacl)
         where oid = 'event_log'::regclass and grantee not in (0, relowner)
    loop
        execute format('grant select, insert on reading, trail to %s', service);
    end loop;
end $$;
