package kz.qadam.reporting.recount;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Counts things in cells, each in all dimensions. */
final class Counting {

    /** The measures, listed once more for the recount alone. */
    static final List<String> MEASURES = List.of("trained", "completions", "completed", "enrolled", "people");

    private static final LocalDate UNDATED = LocalDate.of(1, 1, 1);

    private final Dimensions dimensions;
    private final Consumer<RecountedCell> cells;

    /** @param cells gets each cell in which a thing counts */
    Counting(Dimensions dimensions, Consumer<RecountedCell> cells) {
        this.dimensions = dimensions;
        this.cells = cells;
    }

    void dated(String measure, NamedMembers named, LocalDate day) {
        cells(measure, named, day).forEach(cells);
    }

    void person(LocalDate firstDay) {
        cells.accept(new RecountedCell("people", "", "nation", "", firstDay));
    }

    /** A learner's enrolments: once for each member, however many there are. */
    void enrolled(Iterable<EnrolmentState> enrolments) {
        Set<RecountedCell> all = new HashSet<>();
        for (EnrolmentState one : enrolments) {
            all.addAll(cells("enrolled", one.named(), UNDATED));
        }
        all.forEach(cells);
    }

    /** A learner's completions: once for each member, on the first day there. */
    void completed(Iterable<CompletionState> counting) {
        Map<RecountedCell, LocalDate> first = new HashMap<>();
        for (CompletionState one : counting) {
            for (RecountedCell cell : cells("completed", one.named(), UNDATED)) {
                first.merge(cell, one.completedOn(), (day, other) -> other.isBefore(day) ? other : day);
            }
        }
        first.forEach((cell, day) -> cells.accept(cell.on(day)));
    }

    private List<RecountedCell> cells(String measure, NamedMembers named, LocalDate day) {
        return dimensions.members(named).entrySet().stream()
                .map(one -> new RecountedCell(measure, named.cohort(), one.getKey(), one.getValue(), day))
                .toList();
    }
}
