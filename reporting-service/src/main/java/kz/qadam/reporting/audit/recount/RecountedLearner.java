package kz.qadam.reporting.audit.recount;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The newest states of the enrolments, completions and trainings of one learner. */
final class RecountedLearner {

    private final Map<UUID, RecountedCompletion> completions = new HashMap<>();
    private final Map<UUID, RecountedEnrolment> enrolments = new HashMap<>();
    private final Map<String, TrainedState> published = new HashMap<>();
    private final UUID id;
    private final List<RecountedCompletion.MovedFrom> departures;

    RecountedLearner(UUID id, List<RecountedCompletion.MovedFrom> departures) {
        this.id = id;
        this.departures = departures;
    }

    UUID id() {
        return id;
    }

    void add(RecountedState state) {
        if (state instanceof RecountedCompletion completion) {
            keepNewest(completions, completion.completionId(), completion);
        } else if (state instanceof RecountedEnrolment enrolment) {
            keepNewest(enrolments, enrolment.enrolmentId(), enrolment);
        } else if (state instanceof TrainedState training) {
            keepNewest(published, training.cohort(), training);
        }
    }

    /**
     * Counts this learner. In a cohort where it is not settled whether the learner is trained, the comparison leaves
     * the learner out on both sides.
     *
     * @param unsettled whether no training of this learner in a cohort is settled
     * @param counted takes what counts
     * @param leftOut takes what the roll-up counts for this learner and what is not settled
     */
    void count(RecountRules rules, Predicate<String> unsettled, CellCounter counted, CellCounter leftOut) {
        counted.addEnrolments(enrolments.values());
        Map<String, List<RecountedCompletion>> counting = completions.values().stream()
                .filter(rules::counts)
                .collect(Collectors.groupingBy(RecountedCompletion::cohort));
        counting.values().forEach(all -> counted.addCompletions(all, this::attributes));
        countTrained(rules, counting.values(), unsettled, counted, leftOut);
    }

    private void countTrained(
            RecountRules rules,
            Collection<List<RecountedCompletion>> counting,
            Predicate<String> unsettled,
            CellCounter counted,
            CellCounter leftOut) {
        LocalDate firstCounted = null;
        for (List<RecountedCompletion> all : counting) {
            Optional<RecountedCompletion> by = rules.trainedBy(all);
            if (by.isPresent()) {
                RecountedCompletion one = by.get();
                firstCounted = earlier(firstCounted, one.completedOn());
                if (!unsettled.test(one.cohort())) {
                    counted.addDated("trained", one, attributes(one), one.completedOn());
                }
            }
        }
        LocalDate firstPublished = null;
        for (TrainedState one : published.values()) {
            if (one.isTrained()) {
                firstPublished = earlier(firstPublished, one.trainedOn());
                if (unsettled.test(one.cohort())) {
                    RecountedCompletion by = completions.get(one.completionId());
                    leftOut.addDated("trained", one, by == null ? Map.of() : attributes(by), one.trainedOn());
                }
            }
        }
        boolean isSettled = Stream.concat(
                        published.keySet().stream(),
                        completions.values().stream().map(RecountedCompletion::cohort))
                .noneMatch(unsettled);
        if (isSettled && firstCounted != null) {
            counted.addPerson(firstCounted);
        }
        if (!isSettled && firstPublished != null) {
            leftOut.addPerson(firstPublished);
        }
    }

    /** The newest states that have not arrived, by cohort: a completion or a departure refers to each of them. */
    Map<String, AwaitedState> awaited() {
        return Stream.concat(
                        completions.values().stream()
                                .map(one -> new AwaitedState(id, one.cohort(), one.trainedVersion())),
                        departures.stream().map(one -> new AwaitedState(id, one.cohort(), one.trainedVersion())))
                .filter(one -> one.version() > arrived(one.cohort()))
                .collect(Collectors.toMap(
                        AwaitedState::cohort,
                        one -> one,
                        BinaryOperator.maxBy(Comparator.comparingLong(AwaitedState::version))));
    }

    /** The version of the newest trained state that has arrived; 0 if none has. */
    long arrived(String cohort) {
        TrainedState last = published.get(cohort);
        return last == null ? 0 : last.version();
    }

    /** The attributes of the enrolment of a completion, if it is of the same learner. */
    private Map<String, String> attributes(RecountedCompletion one) {
        RecountedEnrolment enrolment = enrolments.get(one.enrolmentId());
        return enrolment == null ? Map.of() : enrolment.attributes();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static <K, S extends RecountedState> void keepNewest(Map<K, S> all, K key, S one) {
        all.merge(key, one, (known, other) -> known.version() >= other.version() ? known : other);
    }
}
