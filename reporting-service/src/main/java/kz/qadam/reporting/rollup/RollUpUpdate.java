package kz.qadam.reporting.rollup;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.reporting.rollup.fact.Cause;
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

    private record InCohort(UUID learner, String cohort) {
        static InCohort of(Trained trained) {
            return new InCohort(trained.learner(), trained.cohort());
        }
    }

    private final CountedCells contribution;
    private final CurrentFacts<UUID, Completion> completions;
    private final CurrentFacts<UUID, Enrolment> enrolments;
    private final CurrentFacts<InCohort, Trained> trained;

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
        this.contribution = new CountedCells(derived);
        this.completions =
                new CurrentFacts<>(completions, Completion::id, Completion::learner, contribution::ofLearner);
        this.enrolments = new CurrentFacts<>(enrolments, Enrolment::id, Enrolment::learner, contribution::ofLearner);
        this.trained = new CurrentFacts<>(trained, InCohort::of, Trained::learner, contribution::ofLearner);
    }

    /**
     * Applies the facts that are newer than the known ones; the highest version of a subject remains.
     *
     * @param arrived the facts of the batch, in an order that is the same each time
     */
    public RollUpChanges take(Collection<? extends Fact> arrived) {
        CellChanges changes = new CellChanges();
        var newCompletions = new HashMap<UUID, Completion>();
        var newEnrolments = new HashMap<UUID, Enrolment>();
        var newTrained = new HashMap<InCohort, Trained>();
        List<? extends Fact> byVersion =
                arrived.stream().sorted(Comparator.comparingLong(Fact::version)).toList();
        for (Fact one : byVersion) {
            if (one instanceof Completion fact) {
                new Applier<>(completions, contribution::of, newCompletions, changes).apply(fact, fact.cause());
            } else if (one instanceof Enrolment fact) {
                new Applier<>(enrolments, noCell -> Set.of(), newEnrolments, changes).apply(fact, fact.cause());
            } else if (one instanceof Trained fact) {
                new Applier<>(trained, contribution::of, newTrained, changes).apply(fact, fact.cause());
            }
        }
        return new RollUpChanges(
                List.copyOf(newCompletions.values()),
                List.copyOf(newEnrolments.values()),
                List.copyOf(newTrained.values()),
                changes.toMap());
    }

    /**
     * Applies facts of one type.
     *
     * @param cells gives the cells in which a fact counts by itself
     */
    private record Applier<K, F extends Fact>(
            CurrentFacts<K, F> current, Function<F, Collection<Cell>> cells, Map<K, F> newer, CellChanges changes) {

        void apply(F one, Cause cause) {
            F old = current.known(one);
            if (old != null && old.version() >= one.version()) {
                return;
            }
            Set<UUID> learners = new HashSet<>();
            Set<Cell> members = new HashSet<>();
            learners.add(current.learnerOf(one));
            members.addAll(current.membersOf(one));
            if (old != null) {
                learners.add(current.learnerOf(old));
                members.addAll(current.membersOf(old));
                changes.subtract(cells.apply(old), cause);
            }
            learners.forEach(learner -> changes.subtract(current.cellsOf(learner, members), cause));
            current.put(one);
            newer.put(current.keyOf(one), one);
            changes.add(cells.apply(one), cause);
            learners.forEach(learner -> changes.add(current.cellsOf(learner, members), cause));
        }
    }
}
