package kz.qadam.progress.statement;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import kz.qadam.chassis.problem.Problem;

/** The cursor of a statement: the position after the entry of this instant, reference and version. */
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
     * @param cursor a cursor of an earlier answer for this month, or null for the start
     * @throws Problem 400 if no answer can have had this cursor
     */
    static StatementPlace parse(String cursor, Month month) {
        if (cursor == null) {
            return start(month);
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 3);
            var position = new StatementPlace(Instant.parse(parts[0]), parts[2], Integer.parseInt(parts[1]));
            if (month.contains(position.at()) && position.reference().indexOf('\0') < 0) {
                return position;
            }
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            // Handled below, like a cursor of another month.
        }
        throw Problem.badParameter("cursor", "cursor");
    }

    /** The cursor as the answer has it. */
    String cursor() {
        String text = at + " " + version + " " + reference;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
