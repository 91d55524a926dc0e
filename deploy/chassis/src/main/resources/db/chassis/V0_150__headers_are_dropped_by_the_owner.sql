-- The service's role does not own its tables. When it has encrypted the headers that an earlier version stored in plain text
-- (HeaderSealing), this drops their column. The table is rewritten, since a dropped column remains in the rows on disk.
create function drop_plain_headers() returns void language plpgsql security definer as $$
begin
    if exists (select from import_job job
                where job.header is not null and not job.expired
                  and not exists (select from import_part where import_part.job = job.id and content = 'header')) then
        raise exception 'There are headers that are not encrypted';
    end if;
    alter table import_job drop header;
    cluster import_job using import_job_pkey;
end $$;
