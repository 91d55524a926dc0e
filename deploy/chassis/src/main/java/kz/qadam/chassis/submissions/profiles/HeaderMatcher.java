package kz.qadam.chassis.submissions.profiles;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;

/**
 * A column of a sent table, by its header.
 *
 * @param spellings of the header, folded
 * @param occurrence which of several columns with this header, from 1; null if there has to be only one
 * @param written the spellings as the profile has them
 */
record HeaderMatcher(Set<String> spellings, Integer occurrence, List<String> written) {

    static HeaderMatcher of(List<String> spellings, Integer occurrence) {
        return new HeaderMatcher(
                spellings.stream().map(Spelling::folded).collect(Collectors.toUnmodifiableSet()),
                occurrence,
                List.copyOf(spellings));
    }

    /** The header as the profile writes it. */
    String label() {
        return String.join(" / ", written);
    }

    /** @param row the cells of a row, folded */
    boolean isIn(List<String> row) {
        return indexes(row).length >= (occurrence == null ? 1 : occurrence);
    }

    /**
     * The place of the column in a table with this header row, from 0.
     *
     * @throws Problem 400 if there are several, and nothing says which is meant
     */
    int index(List<String> header) {
        int[] indexes = indexes(header);
        if (occurrence == null && indexes.length > 1) {
            throw new Problem(
                    ProblemType.INVALID_REQUEST,
                    new Fault(null, null, label(), Message.of("doubled-column/profile", label(), indexes.length)));
        }
        return indexes[occurrence == null ? 0 : occurrence - 1];
    }

    private int[] indexes(List<String> row) {
        return IntStream.range(0, row.size())
                .filter(index -> spellings.contains(row.get(index)))
                .toArray();
    }
}
