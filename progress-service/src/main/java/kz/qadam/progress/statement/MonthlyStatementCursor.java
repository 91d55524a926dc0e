package kz.qadam.progress.statement;

import java.time.Instant;
import kz.qadam.chassis.http.list.TextCursor;
import kz.qadam.chassis.http.problem.Problem;

/** The cursor of a statement: the position after the entry of this instant, reference and version. */
record MonthlyStatementCursor(Instant at, String reference, int version) {

    /** Before the first entry. */
    static MonthlyStatementCursor start(StatementMonth month) {
        return new MonthlyStatementCursor(month.from(), "", 0);
    }

    static MonthlyStatementCursor of(MonthlyStatementEntry entry) {
        return new MonthlyStatementCursor(entry.at(), entry.reference(), entry.version());
    }

    /**
     * Reads a cursor.
     *
     * @param cursor a cursor of an earlier answer for this month, or null for the start
     * @throws Problem 400 if no answer can have had this cursor
     */
    static MonthlyStatementCursor parse(String cursor, StatementMonth month) {
        if (cursor == null) {
            return start(month);
        }
        MonthlyStatementCursor position = TextCursor.read(
                cursor,
                3,
                parts -> new MonthlyStatementCursor(Instant.parse(parts[0]), parts[2], Integer.parseInt(parts[1])));
        // The database would refuse a zero character.
        if (!month.contains(position.at()) || position.reference().indexOf('\0') >= 0) {
            throw Problem.badParameter("cursor", "cursor");
        }
        return position;
    }

    /** The cursor as the answer has it. */
    String cursor() {
        return TextCursor.write(at, version, reference);
    }
}
