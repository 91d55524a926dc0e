package kz.qadam.progress.statement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.qadam.progress.statement.MonthlyStatementEntry.Kind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An institution's completions over a month, in the form of a bank statement. */
@Schema(
        name = "Statement",
        description =
                "opening + recorded - revoked + corrected = closing, in completions that count: accepted, and inside"
                        + " the programme's days. An entry belongs to the month in which it was recorded, by the"
                        + " time of Almaty, not to the month of completion. The opening of a month is the closing"
                        + " of the month before.")
public record MonthlyStatement(
        @Schema(examples = "school-42") String institution,
        @Schema(examples = "2026-05") String month,
        Instant from,

        @Schema(description = "The first instant of the next month.")
        Instant until,

        @Schema(
                description =
                        "Whether entries may still be added: the month has not ended, or ended a few minutes" + " ago.")
        boolean preliminary,

        @Schema(description = "Completions that counted when the month began.", examples = "120")
        long opening,

        @Schema(
                description = "Completions that began to count: reported, or their enrolment became known.",
                examples = "14")
        long recorded,

        @Schema(description = "Completions that counted and were revoked.", examples = "2")
        long revoked,

        @Schema(
                description = "By how much the number changed (negative: fell) because completions or their"
                        + " enrolments were corrected, or the programme's days were moved.",
                examples = "-1")
        long corrected,

        @Schema(description = "Completions that counted when the month ended, or count now.", examples = "131")
        long closing,

        @Schema(description = "Completions that were recorded at that time and did not count.")
        NotCounting notCounting,

        @Schema(
                description =
                        "Statements of learning platforms that had waited for 90 days, for a link or an enrolment,"
                                + " and were deleted in this month.",
                examples = "3")
        long expiredStatements,

        @Schema(description = "The entries of this page; the numbers above are those of the whole month.")
        Entries entries,

        @Schema(
                description = "The cursor of the next page. The last page has one too: while the month is"
                        + " preliminary, the cursor used again later returns the entries that were added.")
        String cursor,

        @JsonIgnore @Schema(hidden = true) boolean more) {

    /** Recorded completions that do not count. */
    @Schema(name = "StatementNotCounting")
    public record NotCounting(
            @Schema(description = "Their enrolment is not known.")
            long pending,

            @Schema(description = "Dated before their enrolment.")
            long refused,

            @Schema(description = "Accepted, but outside the programme's days.")
            long outside) {}

    /** The entries of each number, by time. */
    @Schema(name = "StatementEntries", description = "The entries of each number, by time.")
    public record Entries(
            List<MonthlyStatementEntry> recorded,
            List<MonthlyStatementEntry> revoked,

            @Schema(description = "Also completions that counted before and after, with effect 0.")
            List<MonthlyStatementEntry> corrected) {

        static Entries of(List<MonthlyStatementEntry> all) {
            return new Entries(of(all, Kind.RECORDED), of(all, Kind.REVOKED), of(all, Kind.CORRECTED));
        }

        private static List<MonthlyStatementEntry> of(List<MonthlyStatementEntry> all, Kind kind) {
            return all.stream().filter(entry -> entry.kind() == kind).toList();
        }
    }

    /**
     * A page of the statement.
     *
     * @param effects by how much the entries of each kind change the balance
     * @param expired statements of platforms that had waited in vain
     * @param found the entries after {@code after}; one more than the limit if there are more
     */
    static MonthlyStatement of(
            String institution,
            StatementMonth month,
            boolean preliminary,
            long opening,
            Map<Kind, Long> effects,
            long closing,
            NotCounting notCounting,
            long expired,
            List<MonthlyStatementEntry> found,
            MonthlyStatementCursor after,
            int limit) {
        boolean more = found.size() > limit;
        List<MonthlyStatementEntry> page = more ? found.subList(0, limit) : found;
        MonthlyStatementCursor last = page.isEmpty() ? after : MonthlyStatementCursor.of(page.get(page.size() - 1));
        return new MonthlyStatement(
                institution,
                month.toString(),
                month.from(),
                month.until(),
                preliminary,
                opening,
                effects.getOrDefault(Kind.RECORDED, 0L),
                -effects.getOrDefault(Kind.REVOKED, 0L),
                effects.getOrDefault(Kind.CORRECTED, 0L),
                closing,
                notCounting,
                expired,
                Entries.of(page),
                last.cursor(),
                more);
    }
}
