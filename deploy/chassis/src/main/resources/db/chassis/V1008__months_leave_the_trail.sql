-- Months of the trail that have left the database, since somebody outside has confirmed a copy of them. Until which segment
-- rows may be missing: such a segment cannot be made again.
create table archive_dropped (
    month      date        primary key,
    epoch      int         not null,
    number     bigint      not null,
    dropped_at timestamptz not null default now()
);

-- Drops the months of the trail that are older than so many months, at least twelve. Only the owner calls it. A month goes if a
-- confirmed segment is later than each of its transactions: then all its rows are in confirmed segments.
create function archive_drop(months int) returns setof archive_dropped language plpgsql security definer as $$
declare
    one    record;
    last   xid8;
    sealed archive_segment;
begin
    if months < 12 then
        raise exception 'The last twelve months stay in the database';
    end if;
    perform pg_advisory_xact_lock(hashtext('trail'));
    -- Nobody adds an entry to a month while it is judged.
    lock table trail in access exclusive mode;
    for one in
        select relid::regclass as part, to_date(right(relid::regclass::text, 7), 'YYYY_MM') as month
          from pg_partition_tree('trail')
         where relid::regclass::text ~ '^trail_[0-9]{4}_[0-9]{2}$'
           and to_date(right(relid::regclass::text, 7), 'YYYY_MM')
               < date_trunc('month', now() at time zone 'UTC') - months * interval '1 month'
         order by 2
    loop
        execute format('select change from %s order by change desc limit 1', one.part) into last;
        select s.* into sealed from archive_segment s
         where s.stream = 'trail' and pg_snapshot_xmin(s.snapshot) > coalesce(last, '0')
         order by s.epoch, s.number limit 1;
        if sealed.number is null or not exists (
            select from archive_confirmation c
             where c.stream = 'trail' and (c.epoch, c.number) >= (sealed.epoch, sealed.number)) then
            raise exception '% stays: nobody has confirmed a copy of all its entries', one.part
                using hint = 'deploy/bin/archive fetch confirms what it has checked.';
        end if;
        -- Sealed late, as by a first seal: segments of the last year can always be made again.
        exit when sealed.sealed_at > now() - interval '366 days';
        execute format('alter table trail detach partition %s', one.part);
        execute format('drop table %s', one.part);
        insert into trail (id, at, instance, kind, action, outcome, subject)
        values (gen_random_uuid(), clock_timestamp(), 'owner', 'write', 'drop a month', 'done',
                format('%s %s/%s', to_char(one.month, 'YYYY-MM'), sealed.epoch, sealed.number));
        return query insert into archive_dropped (month, epoch, number)
            values (one.month, sealed.epoch, sealed.number) returning *;
    end loop;
end $$;
revoke execute on function archive_drop(int) from public;
