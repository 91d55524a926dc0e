-- What holds for every session of the service's role in its database, unless a transaction says otherwise (set local). Set
-- for the role and not by each connection, so that a connection pooler can stand in between. Who wants other values says
-- so in the same way: alter role … in database … set ….
do $$
declare
    setting record;
begin
    for setting in
        select * from (values
            -- A request takes less; long work says how long it may take.
            ('statement_timeout', '30s'),
            ('transaction_timeout', '60s'),
            -- Who waits longer than this for another's lock is answered 503, and holds nothing any more.
            ('lock_timeout', '10s'),
            -- A process that was stopped or cut off in the middle of a transaction keeps its locks no longer than this.
            ('idle_in_transaction_session_timeout', '8s'),
            -- Statements work on many rows at once, and how many changes from call to call: a plan that was made when a
            -- table was empty, and kept, takes hours when it is full. Planning anew costs a fraction of a millisecond.
            ('plan_cache_mode', 'force_custom_plan'),
            -- What is looked for is in memory or on a disk without a head: at the default's price of a random page some
            -- thousand look-ups by key seem dearer than to read the whole table, for each batch anew.
            ('random_page_cost', '1.1')) as s (name, value)
    loop
        execute format('alter role %I in database %I set %s = %L',
                       current_user, current_database(), setting.name, setting.value);
    end loop;
end $$;
