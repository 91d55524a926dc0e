package kz.qadam.reporting.audit.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.chassis.http.list.TextCursor;
import kz.qadam.reporting.asof.TimeParameterParser;

/** The end of a page, and the point in time of the list, so that all pages are about the same point in time. */
record EvidenceCursor(Instant asOf, LocalDate on, long total, LocalDate day, UUID id, String cohort) {

    /** Before the first record of any list. */
    static final EvidenceCursor BEFORE_ALL =
            new EvidenceCursor(null, null, 0, LocalDate.of(1, 1, 1), new UUID(0, 0), "");

    /** @throws kz.qadam.chassis.http.problem.Problem 400 if the text is not a cursor */
    static EvidenceCursor parse(String cursor) {
        return TextCursor.read(
                cursor,
                6,
                parts -> new EvidenceCursor(
                        Instant.parse(parts[0]),
                        LocalDate.parse(parts[1]),
                        Long.parseLong(parts[2]),
                        TimeParameterParser.day("cursor", parts[3]),
                        UUID.fromString(parts[4]),
                        parts[5]));
    }

    @Override
    public String toString() {
        return TextCursor.write(asOf, on, total, day, id, cohort);
    }
}
