-- What is known of something is known from one batch until before another. While it is still known, or a span is still
-- open, the second is this number, which is larger than any batch. PostgreSQL puts the number in place of the call when it
-- plans a statement, so that the partial indexes with this number in their condition serve as before.
create function still_open() returns bigint language sql immutable parallel safe return 9223372036854775807;
