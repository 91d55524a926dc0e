-- Since when the figures have been provisional; null while they are final. Instances come and go.
create table provisional_since (
    id    boolean primary key default true check (id),
    since timestamptz
);
insert into provisional_since default values;
