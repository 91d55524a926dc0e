package kz.qadam.progress.statement;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kz.qadam.progress.query.CsvTable;

/** A statement as a table: from the opening, entry by entry with the balance after it, to the closing. */
record StatementCsv(StatementView statement) implements StreamingOutput {

    private static final Entry.Side NONE = new Entry.Side(null, null, false, null, null, null, null, null);

    @Override
    public void write(OutputStream out) throws IOException {
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
            border(table, "opening", statement.from(), statement.opening());
            long balance = statement.opening();
            for (Entry entry : entries()) {
                balance += entry.effect();
                add(table, entry, balance);
            }
            border(table, "closing", statement.until(), statement.closing());
        }
    }

    private List<Entry> entries() {
        StatementView.Entries all = statement.entries();
        return Stream.of(all.recorded(), all.revoked(), all.corrected())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Entry::at)
                        .thenComparing(Entry::reference)
                        .thenComparing(Entry::version))
                .toList();
    }

    private static void border(CsvTable table, String name, Instant at, long balance) {
        table.add(
                name, at, null, null, null, null, null, null, balance, null, null, null, null, null, null, null, null,
                null, null, null, null, null);
    }

    private static void add(CsvTable table, Entry entry, long balance) {
        Entry.Side before = entry.before() == null ? NONE : entry.before();
        Entry.Side after = entry.after();
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
