package kz.qadam.progress.statement;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import kz.qadam.chassis.problem.Problem;

/** The cursor of a statement: the position after the entry of this instant, reference and version. */
record StatementCursor(Instant at, String reference, int version) {

    /** Before the first entry. */
    static StatementCursor start(StatementMonth month) {
        return new StatementCursor(month.from(), "", 0);
    }

    static StatementCursor of(StatementEntry entry) {
        return new StatementCursor(entry.at(), entry.reference(), entry.version());
    }

    /**
     * Reads a cursor.
     *
     * @param cursor a cursor of an earlier answer for this month, or null for the start
     * @throws Problem 400 if no answer can have had this cursor
     */
    static StatementCursor parse(String cursor, StatementMonth month) {
        if (cursor == null) {
            return start(month);
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 3);
            var position = new StatementCursor(Instant.parse(parts[0]), parts[2], Integer.parseInt(parts[1]));
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
