package kz.qadam.reporting.audit.recount;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Counts records in cells: one cell for each dimension. */
final class CellCounter {

    /** The measures, listed once more for the recount alone. */
    static final List<String> MEASURES = List.of("trained", "completions", "completed", "enrolled", "people");

    /** Those of them that change while a cohort is judged again, before its trained states follow. */
    static final List<String> OF_COMPLETIONS = List.of("completions", "completed");

    private static final LocalDate UNDATED = LocalDate.of(1, 1, 1);

    private final Dimensions dimensions;
    private final Consumer<RecountedCellKey> cells;

    /** @param cells takes a cell each time that a record or person counts in it */
    CellCounter(Dimensions dimensions, Consumer<RecountedCellKey> cells) {
        this.dimensions = dimensions;
        this.cells = cells;
    }

    /**
     * Counts one record on its day.
     *
     * @param attributes those of its enrolment
     */
    void addDated(String measure, RecountedState state, Map<String, String> attributes, LocalDate day) {
        cells(measure, state, attributes, day).forEach(cells);
    }

    void addPerson(LocalDate firstDay) {
        cells.accept(new RecountedCellKey("people", "", "nation", "", firstDay));
    }

    /** Counts a learner's enrolments: once for each member, however many enrolments there are. */
    void addEnrolments(Iterable<RecountedEnrolment> enrolments) {
        Set<RecountedCellKey> all = new HashSet<>();
        for (RecountedEnrolment one : enrolments) {
            all.addAll(cells("enrolled", one, one.attributes(), UNDATED));
        }
        all.forEach(cells);
    }

    /**
     * Counts a learner's completions: each of them; and once for each member, on the first day of a completion there.
     *
     * @param attributes gives those of the enrolment of a completion
     */
    void addCompletions(
            Iterable<RecountedCompletion> counting, Function<RecountedCompletion, Map<String, String>> attributes) {
        Map<RecountedCellKey, LocalDate> first = new HashMap<>();
        for (RecountedCompletion one : counting) {
            addDated("completions", one, attributes.apply(one), one.completedOn());
            for (RecountedCellKey cell : cells("completed", one, attributes.apply(one), UNDATED)) {
                first.merge(cell, one.completedOn(), (day, other) -> other.isBefore(day) ? other : day);
            }
        }
        first.forEach((cell, day) -> cells.accept(cell.withDay(day)));
    }

    private List<RecountedCellKey> cells(
            String measure, RecountedState state, Map<String, String> attributes, LocalDate day) {
        return dimensions.members(state, attributes).entrySet().stream()
                .map(one -> new RecountedCellKey(measure, state.cohort(), one.getKey(), one.getValue(), day))
                .toList();
    }
}
