-- The accounts of erased people at the platforms of an institution, until it has deleted them there, or for some time.
create table accounts_to_forget (
    institution text        not null,
    -- Its keyed digest, as in xapi_account.
    account     text        not null,
    platform    text        not null,
    -- The name, sealed.
    key_id      text        not null,
    nonce       bytea       not null,
    sealed      bytea       not null,
    erased_at   timestamptz not null default now(),
    primary key (institution, account)
);

-- Whatever erases an account leaves its name here.
create function keep_account_to_forget() returns trigger language plpgsql as $$
begin
    insert into accounts_to_forget (institution, account, platform, key_id, nonce, sealed)
    values (old.institution, old.account, old.platform, old.key_id, old.nonce, old.sealed)
    on conflict do nothing;
    return new;
end $$;

create trigger keep_account_to_forget before update of erased on xapi_account
    for each row when (new.erased and not old.erased and old.sealed is not null)
    execute function keep_account_to_forget();
