-- The commit before drops the column of headers in plain text when it starts, unless it does so now for the first time.
do $$
begin
    if exists (select from pg_attribute
                where attrelid = 'import_job'::regclass and attname = 'header' and not attisdropped) then
        raise exception 'import_job has headers that are not encrypted'
            using hint = 'Start the services of the commit before, of which the migrations of this database are.';
    end if;
end $$;

-- not used since V1000
drop function if exists drop_plain_headers();
