package kz.qadam.progress.xapi;

import java.util.UUID;
import kz.qadam.chassis.http.list.TextCursor;

/** Where a page of outcomes, the newest first, has ended. */
record StatementOutcomeCursor(long change, UUID id) {

    private static final StatementOutcomeCursor START = new StatementOutcomeCursor(Long.MAX_VALUE, new UUID(0, 0));

    /**
     * Reads a cursor.
     *
     * @param cursor that of an earlier page, or null for the newest
     * @throws kz.qadam.chassis.http.problem.Problem 400 if no page can have had it
     */
    static StatementOutcomeCursor of(String cursor) {
        return cursor == null
                ? START
                : TextCursor.read(
                        cursor,
                        2,
                        parts -> new StatementOutcomeCursor(Long.parseLong(parts[0]), UUID.fromString(parts[1])));
    }

    static String after(StatementOutcomeRows.Listed last) {
        return TextCursor.write(last.change(), last.outcome().id());
    }
}
