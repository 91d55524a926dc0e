package kz.qadam.chassis.http.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;

/**
 * The properties that all rows of a file share.
 *
 * @param header the names of a table's columns as they were sent; null if rows are JSON objects
 * @param separator the separator of a CSV; for other formats, the separator of an answer in CSV
 */
public record Layout(List<String> header, char separator) {

    public static final Layout JSON = new Layout(null, ',');

    private static final Pattern NAME = Pattern.compile("(?!.*[0-9]{5})\\p{L}[\\p{L}0-9 _.-]{0,49}");

    /**
     * Reads the header row of a table: columns by name, in any order. A column whose name begins with _ is the sender's
     * own. Empty cells at the end of the row are left out, since a sheet may have been wider.
     *
     * @throws Problem 400 if a name is unknown or occurs twice
     */
    static Layout ofTable(List<String> cells, Columns columns, char separator) {
        List<String> names = named(cells);
        List<Fault> faults = new ArrayList<>();
        int moreFaults = 0;
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.startsWith("_") || (columns.isCarried(name) && seen.add(name))) {
                continue;
            }
            boolean isKnown = columns.names().contains(name) || columns.isCarried(name);
            if (isKnown && seen.add(name)) {
                continue;
            }
            if (faults.size() == Problem.MOST_FAULTS) {
                moreFaults++;
            } else {
                faults.add(isKnown ? column(name, "doubled-column", name) : unknown(name, columns));
            }
        }
        if (!faults.isEmpty()) {
            throw new Problem(ProblemType.INVALID_REQUEST, faults, moreFaults);
        }
        return new Layout(names, separator);
    }

    public boolean isTable() {
        return header != null;
    }

    private static List<String> named(List<String> cells) {
        int width = cells.size();
        while (width > 0 && Row.stripped(cells.get(width - 1)).isEmpty()) {
            width--;
        }
        return cells.subList(0, width).stream().map(Row::stripped).toList();
    }

    /**
     * The fault of an unknown column. If the header row is missing, the name is a value of the first row, which is not
     * repeated.
     */
    private static Fault unknown(String name, Columns columns) {
        Optional<String> meant =
                columns.names().stream().filter(name::equalsIgnoreCase).findFirst();
        if (meant.isPresent()) {
            return column(name, "unknown-column/letter-case", name, meant.get());
        }
        String known = String.join(", ", columns.names());
        return NAME.matcher(name).matches()
                ? column(name, "unknown-column", name, known)
                : column(null, "unknown-column/no-name", known);
    }

    private static Fault column(String column, String key, Object... arguments) {
        return new Fault(null, null, column, Message.of(key, arguments));
    }
}
