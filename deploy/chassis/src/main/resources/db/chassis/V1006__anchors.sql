-- The newest segments of other services, which this one keeps. Two that contradict each other are both kept.
create table archive_anchor (
    stream      text        not null,
    epoch       int         not null,
    number      bigint      not null,
    digest      text        not null,
    manifest    text        not null,
    signature   bytea       not null,
    public_key  text        not null,
    contradicts boolean     not null,
    received_at timestamptz not null default now(),
    primary key (stream, epoch, number, digest)
);
comment on column archive_anchor.digest is 'SHA-256 of the manifest in hexadecimal digits';
comment on column archive_anchor.contradicts is 'It contradicts one that arrived before';
create index archive_anchor_contradicts on archive_anchor (received_at) where contradicts;

-- Up to which segment somebody outside has fetched and checked the archive. Only archive_confirm adds to it.
create table archive_confirmation (
    stream       text        not null,
    epoch        int         not null,
    number       bigint      not null,
    confirmed_at timestamptz not null,
    primary key (stream, epoch, number)
);
create index archive_confirmation_at on archive_confirmation (stream, confirmed_at);

alter table archive_segment add column closed_at timestamptz;

-- Keeps that somebody has fetched and checked all segments up to this one; false if its manifest is another one.
create function archive_confirm(confirmed_stream text, confirmed_epoch int, confirmed bigint, manifest_digest text)
returns boolean language plpgsql security definer as $$
begin
    if not exists (select from archive_segment
                    where stream = confirmed_stream and epoch = confirmed_epoch and number = confirmed
                      and encode(sha256(convert_to(manifest, 'UTF8')), 'hex') = manifest_digest) then
        return false;
    end if;
    insert into archive_confirmation (stream, epoch, number, confirmed_at)
    values (confirmed_stream, confirmed_epoch, confirmed, clock_timestamp())
    on conflict (stream, epoch, number) do update set confirmed_at = excluded.confirmed_at;
    return true;
end $$;

-- Whose texts of a segment are cleared; null for an entry without a subject. An erasure has to say so elsewhere.
create function archive_cleared(this pg_snapshot, before pg_snapshot) returns setof text language sql stable as $$
    select distinct trail.subject from archive_trail(this, before) as line join trail using (change, id)
     where trail.text_digest is not null and trail.text is null
$$;

-- Closes an opened segment of any stream, once; false if that was done before. The manifest has to name the bytes, and the
-- rows are counted again. The lines of a stream are made by a function of its name.
create function archive_close(closed_stream text, closed_epoch int, closed bigint, lines bytea, text_of_manifest text,
                             signed bytea, key_in_pem text, packed_lines bytea)
returns boolean language plpgsql security definer as $$
declare
    one   archive_segment;
    found int;
begin
    select * into one from archive_segment
     where stream = closed_stream and epoch = closed_epoch and number = closed for update;
    if one.number is null then
        raise exception 'Segment % was not opened', closed;
    end if;
    if one.manifest is not null then
        return false;
    end if;
    execute format('select count(*) from %I($1, $2)', 'archive_' || one.stream) into found using one.snapshot, one.before;
    if strpos(text_of_manifest, encode(sha256(packed_lines), 'hex')) = 0
        or strpos(text_of_manifest, encode(lines, 'hex')) = 0 or one.rows <> found then
        raise exception 'Segment % is not what its manifest says', closed;
    end if;
    update archive_segment set digest = lines, manifest = text_of_manifest, signature = signed,
           public_key = key_in_pem, packed = packed_lines, closed_at = clock_timestamp()
     where stream = closed_stream and epoch = closed_epoch and number = closed;
    update archive_segment old set packed = null
     where packed is not null and stream = 'trail' and sealed_at < clock_timestamp() - interval '30 days'
       and exists (select from archive_confirmation done
                    where done.stream = old.stream and (done.epoch, done.number) >= (old.epoch, old.number));
    return true;
end $$;

-- The chain of blocks ends here. Its tables stay for the proof of earlier times, and nobody adds to them any more (the list
-- of_functions in afterMigrate.sql). The last block of each instance is named in the trail, and so in the next segment.
insert into trail (id, at, instance, kind, action, outcome, subject)
select gen_random_uuid(), clock_timestamp(), 'migration', 'write', 'end the chain of blocks', 'done',
       format('%s  %s/%s', encode(hash, 'hex'), instance, number)
  from (select distinct on (instance) instance, number, hash from trail_block order by instance, number desc) as head;
