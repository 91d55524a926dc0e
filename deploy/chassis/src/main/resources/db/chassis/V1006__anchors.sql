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

-- Up to which segment somebody outside has fetched and checked the archive.
create table archive_confirmation (
    epoch        int         not null,
    number       bigint      not null,
    confirmed_at timestamptz not null,
    primary key (epoch, number)
);
create index archive_confirmation_at on archive_confirmation (confirmed_at);

-- The chain of blocks ends here. Its tables stay for the proof of earlier times, and nobody adds to them any more (the list
-- of_functions in afterMigrate.sql). The last block of each instance is named in the trail, and so in the next segment.
insert into trail (id, at, instance, kind, action, outcome, subject)
select gen_random_uuid(), clock_timestamp(), 'migration', 'write', 'end the chain of blocks', 'done',
       format('%s  %s/%s', encode(hash, 'hex'), instance, number)
  from (select distinct on (instance) instance, number, hash from trail_block order by instance, number desc) as head;
