-- What the instance that reads a partition has seen of it last, for all instances to answer by. Beside the offsets, which
-- a batch locks until it commits.
create table intake_position (
    topic      text not null,
    partition  int  not null,
    -- Who reads it.
    instance   text not null,
    -- Where the partition ended in Kafka, and when Kafka said so; null before the first answer.
    end_offset bigint,
    seen_at    timestamptz,
    -- Why nothing of it is taken in any more; null while it is read.
    halted     text,
    -- An earlier end: what lies before it arrived in Kafka after due_since, and is all taken in when next_offset is there.
    due_offset bigint,
    due_at     timestamptz,
    due_since  timestamptz,
    primary key (topic, partition)
) with (fillfactor = 50);
