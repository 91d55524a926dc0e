-- A completion that is revoked while its enrolment is unknown is told to nobody: without a stock of its own, whoever adds
-- up what was received and what is known would wait for it for ever.
alter table tally_delta add column untold_change int not null default 0;
alter table tally_stock add column untold bigint not null default 0;

insert into tally_delta
select institution, (now() at time zone 'Asia/Almaty')::date, 0, 0, 0, 0, 0, 0, 0, 0, count(*)
  from completion
 where status = 'revoked' and enrolment is not null and enrolment_id is null
   and not exists (select from former_completion former
                    where former.id = completion.id and former.enrolment_id is not null)
 group by institution;
