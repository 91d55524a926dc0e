package kz.qadam.reporting.audit.evidence;

import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.http.list.TextCursor;

/** The end of a page of changes, and the instant up to which the list goes. */
record RevisionCursor(Instant to, long batch, UUID id, String cohort) {

    /** Before the first change of any list. */
    static final RevisionCursor BEFORE_ALL = new RevisionCursor(null, Long.MIN_VALUE, new UUID(0, 0), "");

    /** @throws kz.qadam.chassis.http.problem.Problem 400 if the text is not a cursor */
    static RevisionCursor parse(String cursor) {
        return TextCursor.read(
                cursor,
                4,
                parts -> new RevisionCursor(
                        Instant.parse(parts[0]), Long.parseLong(parts[1]), UUID.fromString(parts[2]), parts[3]));
    }

    @Override
    public String toString() {
        return TextCursor.write(to, batch, id, cohort);
    }
}
