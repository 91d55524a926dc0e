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
import kz.qadam.reporting.fact.Cause;
import kz.qadam.reporting.fact.Completion;
import kz.qadam.reporting.fact.Enrolment;
import kz.qadam.reporting.fact.Fact;
import kz.qadam.reporting.fact.Trained;

/**
 * What a batch changes in the facts and in the roll-up. The change of a cell is what the facts count in it afterwards, less
 * what they counted before: nothing is added up by event, so that neither order nor repetition matters. Each state is taken
 * in by itself, those too that are overtaken in the same batch, so that what is attributed to a cause does not depend on how
 * events were batched.
 */
public final class RollUpUpdate {

    private record InCohort(UUID learner, String cohort) {
        static InCohort of(Trained trained) {
            return new InCohort(trained.learner(), trained.cohort());
        }
    }

    private final Contribution contribution;
    private final CurrentFacts<UUID, Completion> completions;
    private final CurrentFacts<UUID, Enrolment> enrolments;
    private final CurrentFacts<InCohort, Trained> trained;

    /**
     * @param derived of all that these facts and the batch name
     * @param completions all of the learners who have a completion in the batch, before or after it
     * @param enrolments all of the learners who have an enrolment in the batch, before or after it
     * @param trained all of the learners who have a trained fact in the batch
     */
    public RollUpUpdate(
            DerivedMembers derived,
            Collection<Completion> completions,
            Collection<Enrolment> enrolments,
            Collection<Trained> trained) {
        this.contribution = new Contribution(derived);
        this.completions =
                new CurrentFacts<>(completions, Completion::id, Completion::learner, contribution::ofLearner);
        this.enrolments = new CurrentFacts<>(enrolments, Enrolment::id, Enrolment::learner, contribution::ofLearner);
        this.trained = new CurrentFacts<>(trained, InCohort::of, Trained::learner, contribution::ofLearner);
    }

    /**
     * Takes in what is newer than what is known; of several versions of a subject the highest stays.
     *
     * @param arrived in an order that does not depend on chance
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
                new Taking<>(completions, contribution::of, newCompletions, changes).take(fact, fact.cause());
            } else if (one instanceof Enrolment fact) {
                new Taking<>(enrolments, noCell -> Set.of(), newEnrolments, changes).take(fact, fact.cause());
            } else if (one instanceof Trained fact) {
                new Taking<>(trained, contribution::of, newTrained, changes).take(fact, fact.cause());
            }
        }
        return new RollUpChanges(
                List.copyOf(newCompletions.values()),
                List.copyOf(newEnrolments.values()),
                List.copyOf(newTrained.values()),
                changes.toMap());
    }

    /**
     * Takes facts of one kind in.
     *
     * @param cells in which a fact counts by itself
     */
    private record Taking<K, F extends Fact>(
            CurrentFacts<K, F> current, Function<F, Collection<Cell>> cells, Map<K, F> newer, CellChanges changes) {

        void take(F one, Cause cause) {
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
