package kz.qadam.chassis.submissions.profiles.guess;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.chassis.http.table.Row;
import kz.qadam.chassis.submissions.profiles.Spelling;

/** Which row has the headers. */
final class HeaderRowFinder {

    private HeaderRowFinder() {}

    /** The index of the row that has most headers that are known; if none has any, of the first row of full width. */
    static int of(List<Row> rows, Spellings spellings) {
        Set<String> known = Stream.concat(
                        spellings.columns().values().stream().flatMap(Collection::stream), spellings.ruled().stream())
                .map(Spelling::folded)
                .collect(Collectors.toSet());
        // Of equals the first.
        return IntStream.range(0, rows.size())
                .boxed()
                .max(Comparator.<Integer>comparingLong(i -> known(rows.get(i), known))
                        .thenComparing(i -> filled(rows.get(i))))
                .orElseThrow();
    }

    /** How many headers of a row are known. */
    static long known(Row row, Set<String> known) {
        return row.cells().stream()
                .map(Spelling::folded)
                .filter(known::contains)
                .distinct()
                .count();
    }

    private static long filled(Row row) {
        return row.cells().stream()
                .filter(cell -> !Row.stripped(cell).isEmpty())
                .count();
    }
}
