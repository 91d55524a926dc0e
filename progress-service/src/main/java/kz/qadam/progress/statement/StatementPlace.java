package kz.qadam.progress.statement;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import kz.qadam.chassis.problem.Problem;

/** A place in the entries of a month: behind that of this instant, reference and version. */
record StatementPlace(Instant at, String reference, int version) {

    /** Before the first entry. */
    static StatementPlace start(Month month) {
        return new StatementPlace(month.from(), "", 0);
    }

    static StatementPlace of(Entry entry) {
        return new StatementPlace(entry.at(), entry.reference(), entry.version());
    }

    /**
     * Reads a cursor.
     *
     * @param cursor as given out earlier for this month, or null for the start
     * @throws Problem 400 if it was never given out
     */
    static StatementPlace parse(String cursor, Month month) {
        if (cursor == null) {
            return start(month);
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 3);
            var place = new StatementPlace(Instant.parse(parts[0]), parts[2], Integer.parseInt(parts[1]));
            if (month.holds(place.at()) && place.reference().indexOf('\0') < 0) {
                return place;
            }
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            // Answered below, as one of another month.
        }
        throw Problem.badParameter("cursor", "cursor");
    }

    /** As it is given out. */
    String cursor() {
        String text = at + " " + version + " " + reference;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
