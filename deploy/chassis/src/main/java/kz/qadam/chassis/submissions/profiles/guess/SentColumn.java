package kz.qadam.chassis.submissions.profiles.guess;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.chassis.http.table.Row;
import kz.qadam.chassis.submissions.profiles.Spelling;

/**
 * A column of a sent table.
 *
 * @param header as it is written
 * @param occurrence which of several columns with this header, from 1; null if there is only one
 * @param values its cells below the header row that are not empty
 * @param hasGaps whether some of its cells are empty in rows that have others
 */
public record SentColumn(String header, Integer occurrence, List<String> values, boolean hasGaps) {

    /** Most of a column, since there may be totals and signatures below the table. */
    private static final double MOST = 0.6;

    /**
     * The columns below a header row; those without a header are left out.
     *
     * @param header the index of the row
     */
    public static List<SentColumn> of(List<Row> rows, int header) {
        List<String> headers =
                rows.get(header).cells().stream().map(Row::stripped).toList();
        List<String> folded = headers.stream().map(Spelling::folded).toList();
        List<Row> below = rows.subList(header + 1, rows.size());
        return IntStream.range(0, headers.size())
                .filter(index -> !headers.get(index).isEmpty())
                .mapToObj(index -> of(headers.get(index), occurrence(folded, index), below, index))
                .toList();
    }

    private static SentColumn of(String header, Integer occurrence, List<Row> below, int index) {
        List<String> values = below.stream()
                .map(row -> cell(row, index))
                .filter(cell -> !cell.isEmpty())
                .toList();
        boolean hasGaps = below.stream()
                .filter(row -> row.cells().stream()
                                .filter(cell -> !Row.stripped(cell).isEmpty())
                                .count()
                        > 1)
                .anyMatch(row -> cell(row, index).isEmpty());
        return new SentColumn(header, occurrence, values, hasGaps);
    }

    private static String cell(Row row, int index) {
        return index < row.cells().size() ? Row.stripped(row.cells().get(index)) : "";
    }

    private static Integer occurrence(List<String> folded, int index) {
        String header = folded.get(index);
        long all = folded.stream().filter(header::equals).count();
        long before = folded.subList(0, index).stream().filter(header::equals).count();
        return all == 1 ? null : (int) before + 1;
    }

    String folded() {
        return Spelling.folded(header);
    }

    /** The values without repetitions, however they are typed. */
    public List<String> distinct() {
        return List.copyOf(values.stream()
                .collect(
                        Collectors.toMap(Spelling::folded, value -> value, (first, later) -> first, LinkedHashMap::new))
                .values());
    }

    boolean areMost(Predicate<String> is) {
        return !values.isEmpty() && values.stream().filter(is).count() >= MOST * values.size();
    }

    boolean isUnique() {
        return distinct().size() == values.size();
    }
}
