-- The events of this service wait in the outbox that the chassis has for all publishers.
insert into outbox_event (publisher, id, key, type, subject, time, trace, data, added_at, parked)
select 'completions', id, key, type, subject, time, trace, data, time, parked from outbox order by seq;

drop table outbox;
