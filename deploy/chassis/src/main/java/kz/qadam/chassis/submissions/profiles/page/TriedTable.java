package kz.qadam.chassis.submissions.profiles.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import kz.qadam.chassis.http.table.Row;
import kz.qadam.chassis.http.table.TableTranslator;
import kz.qadam.chassis.http.table.TableTranslator.RowTranslator;
import kz.qadam.chassis.submissions.profiles.ProfileColumn;
import kz.qadam.chassis.submissions.profiles.RowRule;
import kz.qadam.chassis.submissions.profiles.Spelling;
import kz.qadam.chassis.submissions.profiles.TableProfile;
import kz.qadam.chassis.submissions.profiles.guess.SentColumn;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.ItemVerdict;

/**
 * What becomes of the first rows of a table by a profile. Numbers of people are masked.
 *
 * @param counts how many rows get each verdict
 * @param first the first rows below the header row
 * @param rejected further rows that would not be kept
 * @param dropped the columns of which nothing is read
 */
record TriedTable(Map<String, Integer> counts, List<TriedRow> first, List<TriedRow> rejected, List<String> dropped) {

    static final String LEFT_OUT = "left-out";

    private static final int SOME = 5;
    private static final int MOST_REJECTED = 20;
    private static final Set<String> NOT_KEPT = Set.of("conflict", "rejected");

    /**
     * A row.
     *
     * @param before what it says in the columns that are read, by their headers
     * @param after what becomes of it, by the columns of the template; empty if it is left out
     * @param why it would not be kept; null if it would
     */
    record TriedRow(int line, Map<String, String> before, Map<String, String> after, String verdict, String why) {}

    /**
     * Shows a trial.
     *
     * @param rows of the table
     * @param header the index of its header row
     * @param answer null if every row is left out
     */
    static TriedTable of(
            List<Row> rows, int header, TableProfile profile, TableTranslator translator, BatchAnswer answer) {
        List<SentColumn> sent = SentColumn.of(rows, header);
        Set<String> read = read(profile);
        RowTranslator below = translator.forRowsBelow(rows.get(header).cells());
        Map<Integer, ItemVerdict> verdicts = answer == null
                ? Map.of()
                : answer.results().stream().collect(Collectors.toMap(ItemVerdict::line, one -> one));
        List<TriedRow> tried = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (Row row : rows.subList(header + 1, rows.size())) {
            if (!below.isBlank(row.cells())) {
                boolean isLeftOut = below.isLeftOut(row.cells());
                ItemVerdict verdict = verdicts.get(row.line());
                var one = new TriedRow(
                        row.line(),
                        before(rows.get(header), row, read),
                        isLeftOut ? Map.of() : after(translator.columns(), below.translated(row.cells())),
                        isLeftOut || verdict == null ? LEFT_OUT : verdict.status(),
                        verdict == null || verdict.problem() == null
                                ? null
                                : verdict.problem().sentence());
                tried.add(one);
                counts.merge(one.verdict(), 1, Integer::sum);
            }
        }
        List<TriedRow> first = tried.subList(0, Math.min(SOME, tried.size()));
        return new TriedTable(
                counts,
                first,
                tried.stream()
                        .skip(first.size())
                        .filter(one -> NOT_KEPT.contains(one.verdict()))
                        .limit(MOST_REJECTED)
                        .toList(),
                sent.stream()
                        .filter(one -> !read.contains(Spelling.folded(one.header())))
                        .map(one -> PersonalNumber.masked(ChosenColumn.of(one).label()))
                        .toList());
    }

    /** The headers that a profile names, folded. */
    static Set<String> read(TableProfile profile) {
        return Stream.of(
                        profile.columns().stream().flatMap(column -> column.headers().stream()),
                        profile.columns().stream()
                                .map(ProfileColumn::template)
                                .filter(template -> template != null)
                                .flatMap(template -> ProfileColumn.headersOf(template).stream()),
                        profile.rows().stream().map(RowRule::headers).flatMap(List::stream))
                .flatMap(headers -> headers)
                .map(Spelling::folded)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> before(Row header, Row row, Set<String> read) {
        Map<String, String> before = new LinkedHashMap<>();
        IntStream.range(0, Math.min(header.cells().size(), row.cells().size()))
                .filter(index -> read.contains(Spelling.folded(header.cells().get(index))))
                .forEach(index -> before.merge(
                        PersonalNumber.masked(Row.stripped(header.cells().get(index))),
                        shown(row.cells().get(index)),
                        (a, b) -> a + " / " + b));
        return before;
    }

    private static Map<String, String> after(List<String> columns, List<String> cells) {
        Map<String, String> after = new LinkedHashMap<>();
        IntStream.range(0, columns.size())
                .filter(i -> !cells.get(i).isEmpty())
                .forEach(i -> after.put(columns.get(i), shown(cells.get(i))));
        return after;
    }

    /** Also what only looks like the number of a person is masked. */
    private static String shown(String cell) {
        return Row.stripped(cell).replaceAll("[0-9]{12}", PersonalNumber.MASK);
    }
}
