-- Who has read which records is kept by the trail, like everything else that callers do. The entries from before keep their
-- ids, instants and order.
select prepare_trail(month) from (select distinct date_trunc('month', at) as month from reading order by 1) as months;

insert into trail (id, at, change, instance, kind, action, outcome, actor, roles, session, items, asked, as_of, on_day)
select id, at, change, 'before-the-trail', 'read', 'GET ' || split_part(asked, '?', 1), 'done', subject,
       array_to_string(roles, ' '), false, records, asked, as_of, on_day
  from reading;

drop table reading;

-- The log of readings is a small part of the trail.
create index trail_of_readings on trail (change, id) where kind = 'read' and on_day is not null;
