package kz.qadam.reporting.audit.evidence;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import kz.qadam.chassis.problem.Problem;

/** The end of a page of changes, and the instant up to which the list goes. */
record RevisionCursor(Instant to, long batch, UUID id, String cohort) {

    /** Before the first change of any list. */
    static final RevisionCursor BEFORE_ALL = new RevisionCursor(null, Long.MIN_VALUE, new UUID(0, 0), "");

    /** @throws Problem 400 if the text is not a cursor */
    static RevisionCursor parse(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 4);
            return new RevisionCursor(
                    Instant.parse(parts[0]), Long.parseLong(parts[1]), UUID.fromString(parts[2]), parts[3]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Problem.badParameter("cursor", "cursor");
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((to + " " + batch + " " + id + " " + cohort).getBytes(StandardCharsets.UTF_8));
    }
}
