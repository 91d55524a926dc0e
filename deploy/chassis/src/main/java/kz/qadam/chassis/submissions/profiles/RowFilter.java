package kz.qadam.chassis.submissions.profiles;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rows are taken.
 *
 * @param values of the rows that are taken, folded; empty: any value that is not empty
 */
record RowFilter(HeaderMatcher header, Set<String> values) {

    static RowFilter of(RowRule rule) {
        return new RowFilter(
                HeaderMatcher.of(rule.headers(), rule.occurrence()),
                rule.keep().stream().map(Spelling::folded).collect(Collectors.toUnmodifiableSet()));
    }

    boolean keeps(String cell) {
        return values.isEmpty() ? !cell.isEmpty() : values.contains(Spelling.folded(cell));
    }
}
