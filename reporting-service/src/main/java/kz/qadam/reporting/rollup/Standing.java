package kz.qadam.reporting.rollup;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.qadam.reporting.fact.Completion;
import kz.qadam.reporting.fact.Enrolment;
import kz.qadam.reporting.fact.Fact;
import kz.qadam.reporting.fact.Trained;

/**
 * How things stand for the learners whom a batch concerns, and what the batch makes of it. The change of a cell is what
 * the facts count in it afterwards, less what they counted before: nothing is added up by event, so that neither order
 * nor repetition matters.
 */
public final class Standing {

    private record InCohort(UUID learner, String cohort) {
        static InCohort of(Trained trained) {
            return new InCohort(trained.learner(), trained.cohort());
        }
    }

    private final Map<UUID, Completion> completions;
    private final Map<UUID, Enrolment> enrolments;
    private final Map<InCohort, Trained> trained;

    /**
     * @param completions those that the batch may replace
     * @param enrolments all of the learners whom an enrolment of the batch concerns, before or after it
     * @param trained all of the learners whom a trained fact of the batch concerns
     */
    public Standing(Collection<Completion> completions, Collection<Enrolment> enrolments, Collection<Trained> trained) {
        this.completions = index(completions, Completion::id);
        this.enrolments = index(enrolments, Enrolment::id);
        this.trained = index(trained, InCohort::of);
    }

    /** Takes in what is newer than what is known; of several versions of a subject the highest. */
    public Advance advance(Collection<? extends Fact> arrived) {
        CellChanges changes = new CellChanges();
        var newCompletions = newer(arrived, Completion.class, Completion::id, completions);
        var newEnrolments = newer(arrived, Enrolment.class, Enrolment::id, enrolments);
        var newTrained = newer(arrived, Trained.class, InCohort::of, trained);

        newCompletions.values().forEach(one -> {
            Completion old = completions.put(one.id(), one);
            changes.replace(old == null ? Set.of() : Contribution.of(old), Contribution.of(one));
        });
        advanceEnrolments(newEnrolments, changes);
        advanceTrained(newTrained, changes);
        return new Advance(
                List.copyOf(newCompletions.values()),
                List.copyOf(newEnrolments.values()),
                List.copyOf(newTrained.values()),
                changes.toMap());
    }

    private void advanceEnrolments(Map<UUID, Enrolment> arrived, CellChanges changes) {
        Set<UUID> concerned = new HashSet<>();
        arrived.values().forEach(one -> {
            concerned.add(one.learner());
            Enrolment old = enrolments.get(one.id());
            if (old != null) {
                concerned.add(old.learner());
            }
        });
        var before = byLearner(enrolments.values(), Enrolment::learner, concerned);
        enrolments.putAll(arrived);
        var after = byLearner(enrolments.values(), Enrolment::learner, concerned);
        concerned.forEach(learner -> changes.replace(
                Contribution.enrolled(before.getOrDefault(learner, List.of())),
                Contribution.enrolled(after.getOrDefault(learner, List.of()))));
    }

    private void advanceTrained(Map<InCohort, Trained> arrived, CellChanges changes) {
        Set<UUID> concerned = arrived.keySet().stream().map(InCohort::learner).collect(Collectors.toSet());
        var before = byLearner(trained.values(), Trained::learner, concerned);
        arrived.forEach((key, one) -> {
            Trained old = trained.put(key, one);
            changes.replace(old == null ? Set.of() : Contribution.of(old), Contribution.of(one));
        });
        var after = byLearner(trained.values(), Trained::learner, concerned);
        concerned.forEach(learner -> changes.replace(
                Contribution.person(before.getOrDefault(learner, List.of())),
                Contribution.person(after.getOrDefault(learner, List.of()))));
    }

    private static <K, F extends Fact> Map<K, F> newer(
            Collection<? extends Fact> arrived, Class<F> kind, Function<F, K> key, Map<K, F> known) {
        Map<K, F> newest = new HashMap<>();
        for (Fact one : arrived) {
            if (kind.isInstance(one)) {
                F fact = kind.cast(one);
                K subject = key.apply(fact);
                F other = newest.getOrDefault(subject, known.get(subject));
                if (other == null || other.version() < fact.version()) {
                    newest.put(subject, fact);
                }
            }
        }
        return newest;
    }

    private static <F> Map<UUID, List<F>> byLearner(
            Collection<F> facts, Function<F, UUID> learner, Set<UUID> concerned) {
        return facts.stream()
                .filter(one -> concerned.contains(learner.apply(one)))
                .collect(Collectors.groupingBy(learner));
    }

    private static <K, F> Map<K, F> index(Collection<F> facts, Function<F, K> key) {
        return facts.stream().collect(Collectors.toMap(key, Function.identity(), (one, other) -> one, HashMap::new));
    }
}
