package kz.qadam.reporting.audit.recount;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The newest states of the enrolments, completions and trainings of one learner. */
final class Learner {

    private final Map<UUID, CompletionState> completions = new HashMap<>();
    private final Map<UUID, EnrolmentState> enrolments = new HashMap<>();
    private final Map<String, TrainedState> published = new HashMap<>();
    private final List<CompletionState.MovedFrom> departures;

    Learner(List<CompletionState.MovedFrom> departures) {
        this.departures = departures;
    }

    void add(LearnerState state) {
        if (state instanceof CompletionState completion) {
            keepNewest(completions, completion.completionId(), completion);
        } else if (state instanceof EnrolmentState enrolment) {
            keepNewest(enrolments, enrolment.enrolmentId(), enrolment);
        } else if (state instanceof TrainedState training) {
            keepNewest(published, training.cohort(), training);
        }
    }

    /**
     * Counts this learner. In a cohort where it is not settled whether the learner is trained, the comparison leaves
     * the learner out on both sides.
     *
     * @param judging whether a cohort is being judged again, so that no training in it is settled
     * @param counted takes what counts
     * @param leftOut takes what the roll-up counts for this learner and what is not settled
     * @return the cohorts in which the next state of the learner has not arrived yet
     */
    Set<String> count(Rules rules, Predicate<String> judging, CellCounter counted, CellCounter leftOut) {
        counted.addEnrolments(enrolments.values());
        Map<String, List<CompletionState>> counting = completions.values().stream()
                .filter(rules::counts)
                .collect(Collectors.groupingBy(CompletionState::cohort));
        counting.values().forEach(all -> {
            all.forEach(one -> counted.addDated("completions", one, one.completedOn()));
            counted.addCompletions(all);
        });
        Set<String> inFlight = cohortsInFlight();
        countTrained(rules, counting.values(), judging.or(inFlight::contains), counted, leftOut);
        return inFlight;
    }

    private void countTrained(
            Rules rules,
            Collection<List<CompletionState>> counting,
            Predicate<String> unsettled,
            CellCounter counted,
            CellCounter leftOut) {
        LocalDate firstCounted = null;
        for (List<CompletionState> all : counting) {
            Optional<CompletionState> by = rules.trainedBy(all);
            if (by.isPresent()) {
                CompletionState one = by.get();
                firstCounted = earlier(firstCounted, one.completedOn());
                if (!unsettled.test(one.cohort())) {
                    counted.addDated("trained", one, one.completedOn());
                }
            }
        }
        LocalDate firstPublished = null;
        for (TrainedState one : published.values()) {
            if (one.isTrained()) {
                firstPublished = earlier(firstPublished, one.trainedOn());
                if (unsettled.test(one.cohort())) {
                    leftOut.addDated("trained", one, one.trainedOn());
                }
            }
        }
        boolean isSettled = Stream.concat(
                        published.keySet().stream(),
                        completions.values().stream().map(CompletionState::cohort))
                .noneMatch(unsettled);
        if (isSettled && firstCounted != null) {
            counted.addPerson(firstCounted);
        }
        if (!isSettled && firstPublished != null) {
            leftOut.addPerson(firstPublished);
        }
    }

    /** The cohorts where a completion or a departure refers to a later trained state than the published one. */
    private Set<String> cohortsInFlight() {
        return Stream.concat(
                        completions.values().stream()
                                .filter(one -> isAhead(one.cohort(), one.trainedVersion()))
                                .map(CompletionState::cohort),
                        departures.stream()
                                .filter(one -> isAhead(one.cohort(), one.trainedVersion()))
                                .map(CompletionState.MovedFrom::cohort))
                .collect(Collectors.toSet());
    }

    private boolean isAhead(String cohort, long trainedVersion) {
        TrainedState last = published.get(cohort);
        return trainedVersion > (last == null ? 0 : last.version());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static <K, S extends LearnerState> void keepNewest(Map<K, S> all, K key, S one) {
        all.merge(key, one, (known, other) -> known.version() >= other.version() ? known : other);
    }
}
