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
 * How things stand for the learners whom a batch concerns, and what the batch makes of it. The change of a cell is what
 * the facts count in it afterwards, less what they counted before: nothing is added up by event, so that neither order
 * nor repetition matters. Each state is taken in by itself, those too that are overtaken in the same batch, so that
 * what is attributed to a cause does not depend on how events were batched.
 */
public final class Standing {

    private record InCohort(UUID learner, String cohort) {
        static InCohort of(Trained trained) {
            return new InCohort(trained.learner(), trained.cohort());
        }
    }

    private final Contribution contribution;
    private final Held<UUID, Completion> completions;
    private final Held<UUID, Enrolment> enrolments;
    private final Held<InCohort, Trained> trained;

    /**
     * @param completions all of the learners whom a completion of the batch concerns, before or after it
     * @param enrolments all of the learners whom an enrolment of the batch concerns, before or after it
     * @param trained all of the learners whom a trained fact of the batch concerns
     */
    public Standing(
            Areas areas,
            Collection<Completion> completions,
            Collection<Enrolment> enrolments,
            Collection<Trained> trained) {
        this.contribution = new Contribution(areas);
        this.completions = new Held<>(completions, Completion::id, Completion::learner, contribution::completed);
        this.enrolments = new Held<>(enrolments, Enrolment::id, Enrolment::learner, contribution::enrolled);
        this.trained = new Held<>(trained, InCohort::of, Trained::learner, contribution::person);
    }

    /**
     * Takes in what is newer than what is known; of several versions of a subject the highest stays.
     *
     * @param arrived in an order that does not depend on chance
     */
    public Advance advance(Collection<? extends Fact> arrived) {
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
                new Taking<>(enrolments, alone -> Set.of(), newEnrolments, changes).take(fact, fact.cause());
            } else if (one instanceof Trained fact) {
                new Taking<>(trained, contribution::of, newTrained, changes).take(fact, fact.cause());
            }
        }
        return new Advance(
                List.copyOf(newCompletions.values()),
                List.copyOf(newEnrolments.values()),
                List.copyOf(newTrained.values()),
                changes.toMap());
    }

    /**
     * Takes facts of one kind in.
     *
     * @param alone what a fact counts by itself
     */
    private record Taking<K, F extends Fact>(
            Held<K, F> held, Function<F, Collection<Cell>> alone, Map<K, F> newer, CellChanges changes) {

        void take(F one, Cause cause) {
            F old = held.known(one);
            if (old != null && old.version() >= one.version()) {
                return;
            }
            Set<UUID> learners = new HashSet<>();
            Set<Cell> places = new HashSet<>();
            learners.add(held.learnerOf(one));
            places.addAll(held.placesOf(one));
            if (old != null) {
                learners.add(held.learnerOf(old));
                places.addAll(held.placesOf(old));
                changes.take(alone.apply(old), cause);
            }
            learners.forEach(whose -> changes.take(held.of(whose, places), cause));
            held.put(one);
            newer.put(held.keyOf(one), one);
            changes.give(alone.apply(one), cause);
            learners.forEach(whose -> changes.give(held.of(whose, places), cause));
        }
    }
}
