package kz.qadam.chassis.list;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import kz.qadam.chassis.problem.Problem;

/**
 * A place in a list that is ordered by last change: the transaction that changed a row, and the row. It never expires.
 *
 * @param change the number of the changing transaction (PostgreSQL's xid8)
 * @param back the oldest transaction that was open while the walk passed it; the walk's end returns to it
 */
public record Cursor(long change, UUID id, long back) {

    private static final UUID FIRST = new UUID(0, 0);

    /** Before everything. */
    public static final Cursor START = new Cursor(0, FIRST, Long.MAX_VALUE);

    /**
     * Reads one.
     *
     * @param text as given out earlier, or null for the start
     * @throws Problem 400 if it was never given out
     */
    public static Cursor parse(String text) {
        if (text == null) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", 3);
            return new Cursor(Long.parseLong(parts[0]), UUID.fromString(parts[1]), Long.parseLong(parts[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Problem.badParameter("cursor", "cursor");
        }
    }

    /** Further on in the same walk. */
    Cursor onTo(long lastChange, UUID lastId, long horizon) {
        return new Cursor(lastChange, lastId, Math.min(back, horizon));
    }

    /** The end of the walk: here, or before what may still be committed behind it. */
    Cursor end() {
        return change < back ? new Cursor(change, id, Long.MAX_VALUE) : new Cursor(back, FIRST, Long.MAX_VALUE);
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((change + " " + id + " " + back).getBytes(StandardCharsets.US_ASCII));
    }
}
