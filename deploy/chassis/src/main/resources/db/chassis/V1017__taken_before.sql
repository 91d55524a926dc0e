-- Up to where a partition was taken in before the intake went back, since Kafka had lost its tail, or before the database went
-- back to a backup. Kafka may still know that of the consumer group; it is no sign of another backup.
alter table intake_offset add column taken_before bigint not null default 0;
