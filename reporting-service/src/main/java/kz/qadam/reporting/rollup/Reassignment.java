package kz.qadam.reporting.rollup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.qadam.reporting.fact.Cause;
import kz.qadam.reporting.fact.Completion;
import kz.qadam.reporting.fact.Enrolment;

/** What a change of the courses' areas changes in the cells by area. */
public final class Reassignment {

    private final Contribution before;
    private final Contribution after;

    public Reassignment(Areas before, Areas after) {
        this.before = new Contribution(before);
        this.after = new Contribution(after);
    }

    /**
     * Where people count whom the change concerns; what adds up is moved from area to area by course instead.
     *
     * @param completions all of these learners
     * @param enrolments all of these learners
     */
    public Map<Attributed, Long> ofPeople(Collection<Completion> completions, Collection<Enrolment> enrolments) {
        CellChanges changes = new CellChanges();
        byLearner(completions, Completion::learner)
                .forEach(all -> replace(changes, once(all, before::completed), once(all, after::completed)));
        byLearner(enrolments, Enrolment::learner)
                .forEach(all -> replace(changes, once(all, before::enrolled), once(all, after::enrolled)));
        return changes.toMap();
    }

    private static void replace(CellChanges changes, Collection<Cell> old, Collection<Cell> now) {
        changes.take(old, Cause.OTHER);
        changes.give(now, Cause.OTHER);
    }

    /** Where a learner counts, once in each place. */
    private static <F> Collection<Cell> once(List<F> ofOneLearner, Function<F, Collection<Cell>> shared) {
        return FirstDays.of(ofOneLearner.stream().map(shared)).cells();
    }

    private static <F> Collection<List<F>> byLearner(Collection<F> facts, Function<F, UUID> learner) {
        return facts.stream().collect(Collectors.groupingBy(learner)).values();
    }
}
