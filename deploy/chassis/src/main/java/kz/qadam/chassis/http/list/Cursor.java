package kz.qadam.chassis.http.list;

import java.util.UUID;
import kz.qadam.chassis.http.problem.Problem;

/**
 * A position in a list that is ordered by last change: the transaction that changed a row, and the row's id. It never
 * expires.
 *
 * @param change the number of the changing transaction (PostgreSQL's xid8)
 * @param back the oldest transaction that was open while the list was read; the last cursor returns to it
 */
public record Cursor(long change, UUID id, long back) {

    private static final UUID FIRST = new UUID(0, 0);

    /** The start of the list. */
    public static final Cursor START = new Cursor(0, FIRST, Long.MAX_VALUE);

    /**
     * Parses a cursor.
     *
     * @param text as returned earlier, or null for the start
     * @throws Problem 400 if it is not a valid cursor
     */
    public static Cursor parse(String text) {
        return text == null
                ? START
                : TextCursor.read(
                        text,
                        3,
                        parts -> new Cursor(
                                Long.parseLong(parts[0]), UUID.fromString(parts[1]), Long.parseLong(parts[2])));
    }

    /** The position after a row, in the same pass through the list. */
    Cursor onTo(long lastChange, UUID lastId, long horizon) {
        return new Cursor(lastChange, lastId, Math.min(back, horizon));
    }

    /** The cursor of the last page: here, or before rows that open transactions may still commit. */
    Cursor end() {
        return change < back ? new Cursor(change, id, Long.MAX_VALUE) : new Cursor(back, FIRST, Long.MAX_VALUE);
    }

    @Override
    public String toString() {
        return TextCursor.write(change, id, back);
    }
}
