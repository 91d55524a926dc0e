package kz.qadam.reporting.rollup;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import kz.qadam.reporting.rollup.fact.Completion;
import kz.qadam.reporting.rollup.fact.Enrolment;
import kz.qadam.reporting.rollup.fact.Fact;
import kz.qadam.reporting.rollup.fact.Trained;

/**
 * Computes the changes of a batch in the facts and in the roll-up. The change of a cell is the count of the facts after
 * the batch minus the count before it. Events are not added up, so that neither their order nor their repetition
 * matters. Every state is applied by itself, also if the same batch has a newer one, so that the changes by cause do
 * not depend on how events were batched.
 */
public final class RollUpUpdate {

    private final CurrentFacts<Completion> completions;
    private final CurrentFacts<Enrolment> enrolments;
    private final CurrentFacts<Trained> trained;

    /**
     * @param derived the derived members for all members that these facts and the batch name
     * @param completions all current completions of the learners who have a completion in the batch, before or after it
     * @param enrolments all current enrolments of the learners who have an enrolment in the batch, before or after it
     * @param trained all current trained facts of the learners who have a trained fact in the batch
     */
    public RollUpUpdate(
            DerivedMembers derived,
            Collection<Completion> completions,
            Collection<Enrolment> enrolments,
            Collection<Trained> trained) {
        var cells = new CountedCells(derived);
        this.completions = new CurrentFacts<>(completions, cells::of, cells::ofLearner);
        this.enrolments = new CurrentFacts<>(enrolments, countsOnlyItsLearner -> Set.of(), cells::ofLearner);
        this.trained = new CurrentFacts<>(trained, cells::of, cells::ofLearner);
    }

    /**
     * Applies the facts that are newer than the known ones; the highest version of a subject remains.
     *
     * @param arrived the facts of the batch, in an order that is the same each time
     */
    public RollUpChanges take(Collection<? extends Fact> arrived) {
        CellChanges changes = new CellChanges();
        List<? extends Fact> byVersion =
                arrived.stream().sorted(Comparator.comparingLong(Fact::version)).toList();
        for (Fact one : byVersion) {
            if (one instanceof Completion fact) {
                completions.apply(fact, changes);
            } else if (one instanceof Enrolment fact) {
                enrolments.apply(fact, changes);
            } else if (one instanceof Trained fact) {
                trained.apply(fact, changes);
            }
        }
        return new RollUpChanges(completions.newer(), enrolments.newer(), trained.newer(), changes.toMap());
    }
}
