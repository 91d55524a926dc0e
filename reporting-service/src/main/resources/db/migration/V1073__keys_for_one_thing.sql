-- A key may be for one thing only, such as to post statements of a learning platform.
alter table institution_key add only_for text;
