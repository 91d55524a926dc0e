-- Institutions that belong to one organisation count as one in what is published of their people.
alter table institution add column owner text;
comment on column institution.owner is 'The business identification number of the organisation that it belongs to; null: to nobody else';
