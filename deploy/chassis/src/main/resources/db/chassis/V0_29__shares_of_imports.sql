-- How much of a file is stored, when its sender was last served, and since when it cannot be opened for want of a key.
alter table import_job
    add stored           bigint      not null default 0,
    add served_at        timestamptz,
    add unreadable_since timestamptz;

update import_job
   set stored = coalesce((select sum(octet_length(sealed)) from import_part where job = import_job.id), 0)
 where not expired;

-- The turn of a sender, and what of its files is kept; the office, which is null, is a sender as well.
create index import_job_served on import_job ((coalesce(sender, '')), served_at);
create index import_job_kept on import_job ((coalesce(sender, ''))) where not expired;

-- failed: what was left of it could not be opened until it expired.
alter table import_job
    drop constraint import_job_status_check,
    add constraint import_job_status_check
        check (status in ('receiving', 'waiting', 'running', 'finished', 'failed'));

-- The names of a table's columns are a part as well: encrypted, and deleted with the others.
alter table import_part
    drop constraint import_part_content_check,
    add constraint import_part_content_check check (content in ('header', 'rows', 'errors'));

-- Headers that are still needed are sealed, and the column is dropped, by the service when it starts: it has the key.
do $$
begin
    if not exists (select from import_job) then
        alter table import_job drop header;
    end if;
end $$;
