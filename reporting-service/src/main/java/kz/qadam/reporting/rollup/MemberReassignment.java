package kz.qadam.reporting.rollup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.qadam.reporting.rollup.fact.Cause;
import kz.qadam.reporting.rollup.fact.Completion;
import kz.qadam.reporting.rollup.fact.Enrolment;

/** The changes of people's cells when members of a source get another member of the derived dimension. */
public final class MemberReassignment {

    private final CountedCells before;
    private final CountedCells after;

    public MemberReassignment(Dimension derived, DerivedMembers before, DerivedMembers after) {
        this.before = new CountedCells(List.of(derived), before);
        this.after = new CountedCells(List.of(derived), after);
    }

    /**
     * The changes of the cells of measures that do not add up. Measures that add up are moved without reading learners.
     *
     * @param completions all completions of the affected learners
     * @param enrolments all enrolments of the affected learners
     */
    public Map<CellPart, Long> ofPeople(Collection<Completion> completions, Collection<Enrolment> enrolments) {
        CellChanges changes = new CellChanges();
        byLearner(completions, Completion::learner)
                .forEach(all -> replace(changes, once(all, before::ofLearner), once(all, after::ofLearner)));
        byLearner(enrolments, Enrolment::learner)
                .forEach(all -> replace(changes, once(all, before::ofLearner), once(all, after::ofLearner)));
        return changes.toMap();
    }

    private static void replace(CellChanges changes, Collection<Cell> old, Collection<Cell> now) {
        changes.subtract(old, Cause.OTHER);
        changes.add(now, Cause.OTHER);
    }

    /** The cells in which a learner counts, one for each member. */
    private static <F> Collection<Cell> once(List<F> ofOneLearner, Function<F, Collection<Cell>> cells) {
        return LearnerCells.of(ofOneLearner.stream().map(cells)).cells();
    }

    private static <F> Collection<List<F>> byLearner(Collection<F> facts, Function<F, UUID> learner) {
        return facts.stream().collect(Collectors.groupingBy(learner)).values();
    }
}
