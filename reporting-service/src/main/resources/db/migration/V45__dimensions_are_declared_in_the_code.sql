-- Which dimensions there are is declared once, in the code: a further one needs no migration.
alter table rollup_cell drop constraint rollup_cell_grain_check;
