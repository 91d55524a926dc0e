package kz.qadam.progress.statement;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import kz.qadam.chassis.http.limit.ConcurrencyLimit;
import kz.qadam.chassis.http.table.SpreadsheetCsv;
import kz.qadam.progress.statement.MonthlyStatementEntry.Side;

/**
 * A statement as CSV: the opening balance, each entry with the balance after it, and the closing balance. The entries
 * are read from the database while the CSV is written.
 */
final class MonthlyStatementCsv implements StreamingOutput {

    /**
     * A line: an entry, or the opening or closing balance.
     *
     * @param entry null for a balance
     */
    private record Line(String name, Instant at, MonthlyStatementEntry entry, long balance) {

        <T> T of(Function<MonthlyStatementEntry, T> member) {
            return entry == null ? null : member.apply(entry);
        }

        <T> T before(Function<Side, T> member) {
            return entry == null || entry.before() == null ? null : member.apply(entry.before());
        }

        <T> T after(Function<Side, T> member) {
            return entry == null ? null : member.apply(entry.after());
        }
    }

    private static final SpreadsheetCsv.Columns<Line> COLUMNS = new SpreadsheetCsv.Columns<Line>()
            .with("entry", Line::name)
            .with("at", Line::at)
            .with("reference", line -> line.of(MonthlyStatementEntry::reference))
            .with("id", line -> line.of(MonthlyStatementEntry::id))
            .with("version", line -> line.of(MonthlyStatementEntry::version))
            .with("cause", line -> line.of(MonthlyStatementEntry::cause))
            .with("reason", line -> line.of(MonthlyStatementEntry::reason))
            .with("effect", line -> line.of(MonthlyStatementEntry::effect))
            .with("balance", Line::balance)
            .with("statusBefore", line -> line.before(Side::status))
            .with("enrolmentBefore", line -> line.before(Side::enrolment))
            .with("completedOnBefore", line -> line.before(Side::completedOn))
            .with("courseBefore", line -> line.before(Side::course))
            .with("cohortBefore", line -> line.before(Side::cohort))
            .with("regionBefore", line -> line.before(Side::region))
            .with("status", line -> line.after(Side::status))
            .with("because", line -> line.after(Side::because))
            .with("enrolment", line -> line.after(Side::enrolment))
            .with("completedOn", line -> line.after(Side::completedOn))
            .with("course", line -> line.after(Side::course))
            .with("cohort", line -> line.after(Side::cohort))
            .with("region", line -> line.after(Side::region));

    private final MonthlyStatements statements;
    private final String institution;
    private final StatementMonth month;
    private final MonthlyStatementPermits permits;
    private final String reader;
    private long balance;

    /** @param reader the institution or the person who reads the CSV */
    MonthlyStatementCsv(
            MonthlyStatements statements,
            String institution,
            StatementMonth month,
            MonthlyStatementPermits permits,
            String reader) {
        this.statements = statements;
        this.institution = institution;
        this.month = month;
        this.permits = permits;
        this.reader = reader;
    }

    /**
     * @throws kz.qadam.chassis.http.problem.Problem 503 before anything is written, if too many statements are being read
     */
    @Override
    public void write(OutputStream out) throws IOException {
        ConcurrencyLimit.Permit permit = permits.take(reader);
        try {
            writePermitted(out);
        } finally {
            permit.leave();
        }
    }

    private void writePermitted(OutputStream out) throws IOException {
        // Closed only when it is complete: that would end the answer as if it were.
        var csv = new SpreadsheetCsv<>(out, COLUMNS);
        statements.read(
                institution,
                month,
                opening -> {
                    balance = opening;
                    csv.add(new Line("opening", month.from(), null, balance));
                },
                entry -> {
                    balance += entry.effect();
                    csv.add(new Line(entry.kind().name().toLowerCase(Locale.ROOT), entry.at(), entry, balance));
                });
        csv.add(new Line("closing", month.until(), null, balance));
        csv.close();
    }
}
