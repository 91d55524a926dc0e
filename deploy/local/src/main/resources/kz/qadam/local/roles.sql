-- Gives the database of a service its two roles: the owner, which migrates it, and the role of the service, which owns
-- nothing and may do what the migrations grant (afterMigrate.sql). A database in which the service's role owned everything,
-- as in earlier versions, becomes the same. It can be repeated. All of it is one transaction. A superuser runs it in that
-- database, while the service is stopped: ./deploy/up does; elsewhere, with all passwords different and in the environment,
-- since everybody on the machine can read the arguments of a command,
--   psql -1 -v ON_ERROR_STOP=1 -d enrolment -v owner=enrolment_owner -v service=enrolment \
--        -c '\getenv owner_password OWNER_PASSWORD' -c '\getenv service_password SERVICE_PASSWORD' -f roles.sql
select pg_advisory_xact_lock(hashtext('roles'));

select set_config('qadam.roles', concat_ws(' ', :'owner', :'service'), true);
do $$
declare
    role text;
begin
    foreach role in array string_to_array(current_setting('qadam.roles'), ' ') loop
        if not exists (select from pg_roles where rolname = role) then
            execute format('create role %I', role);
        end if;
    end loop;
end $$;
alter role :"owner" login password :'owner_password';
alter role :"service" login password :'service_password';

-- So the owner can make settings for the role of the service, and watch and end its sessions.
grant :"service" to :"owner";

reassign owned by :"service" to :"owner";
alter database :"DBNAME" owner to :"owner";
revoke all on database :"DBNAME" from public, :"service";
-- Recounts need a temporary table.
grant connect, temporary on database :"DBNAME" to :"service";
revoke create on schema public from public, :"service";
