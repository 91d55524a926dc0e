package kz.qadam.progress.statement;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Locale;
import kz.qadam.progress.query.CsvTable;

/**
 * A statement as CSV: the opening balance, each entry with the balance after it, and the closing balance. The entries
 * are read from the database while the CSV is written.
 */
final class StatementCsv implements StreamingOutput {

    private static final StatementEntry.Side NONE =
            new StatementEntry.Side(null, null, false, null, null, null, null, null);

    private final Statements statements;
    private final String institution;
    private final StatementMonth month;
    private final StatementPermits permits;
    private final String reader;
    private long balance;

    /** @param reader the institution or the person who reads the CSV */
    StatementCsv(
            Statements statements, String institution, StatementMonth month, StatementPermits permits, String reader) {
        this.statements = statements;
        this.institution = institution;
        this.month = month;
        this.permits = permits;
        this.reader = reader;
    }

    /**
     * @throws kz.qadam.chassis.problem.Problem 503 before anything is written, if too many statements are being read
     */
    @Override
    public void write(OutputStream out) throws IOException {
        permits.take(reader);
        try {
            writePermitted(out);
        } finally {
            permits.giveBack(reader);
        }
    }

    private void writePermitted(OutputStream out) throws IOException {
        try (CsvTable table = new CsvTable(
                out,
                "entry",
                "at",
                "reference",
                "id",
                "version",
                "cause",
                "reason",
                "effect",
                "balance",
                "statusBefore",
                "enrolmentBefore",
                "completedOnBefore",
                "courseBefore",
                "cohortBefore",
                "regionBefore",
                "status",
                "because",
                "enrolment",
                "completedOn",
                "course",
                "cohort",
                "region")) {
            statements.read(
                    institution,
                    month,
                    opening -> {
                        balance = opening;
                        addBalance(table, "opening", month.from(), balance);
                    },
                    entry -> {
                        balance += entry.effect();
                        add(table, entry, balance);
                    });
            addBalance(table, "closing", month.until(), balance);
        }
    }

    private static void addBalance(CsvTable table, String name, Instant at, long balance) {
        table.add(
                name, at, null, null, null, null, null, null, balance, null, null, null, null, null, null, null, null,
                null, null, null, null, null);
    }

    private static void add(CsvTable table, StatementEntry entry, long balance) {
        StatementEntry.Side before = entry.before() == null ? NONE : entry.before();
        StatementEntry.Side after = entry.after();
        table.add(
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.at(),
                entry.reference(),
                entry.id(),
                entry.version(),
                entry.cause(),
                entry.reason(),
                entry.effect(),
                balance,
                before.status(),
                before.enrolment(),
                before.completedOn(),
                before.course(),
                before.cohort(),
                before.region(),
                after.status(),
                after.because(),
                after.enrolment(),
                after.completedOn(),
                after.course(),
                after.cohort(),
                after.region());
    }
}
