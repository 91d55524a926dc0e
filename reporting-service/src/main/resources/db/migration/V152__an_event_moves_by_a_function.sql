-- The service's role only adds to the event log. An event that no rebuild could read has had no effect: when its dead letter
-- is resolved it moves to the batch in which it takes effect.
create function move_event(moved uuid, from_topic text, from_partition int, from_offset bigint, to_batch bigint)
returns boolean language plpgsql security definer as $$
begin
    update event_log set batch = to_batch
     where event_id = moved and topic = from_topic and partition = from_partition and record_offset = from_offset
       and batch < to_batch
       and exists (select from dead_letter letter
                    where letter.topic = from_topic and letter.partition = from_partition
                      and letter.record_offset = from_offset and letter.resolved_at is null);
    return found;
end $$;
