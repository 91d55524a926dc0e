package kz.qadam.reporting.recount;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that the events state of one learner, in their newest versions. */
final class Learner {

    private final Map<UUID, CompletionState> completions = new HashMap<>();
    private final Map<UUID, EnrolmentState> enrolments = new HashMap<>();
    private final Map<String, TrainedState> published = new HashMap<>();
    private final List<Departure> departures;

    Learner(List<Departure> departures) {
        this.departures = departures;
    }

    void add(CompletionState one) {
        keepNewest(completions, one.id(), one, CompletionState::version);
    }

    void add(EnrolmentState one) {
        keepNewest(enrolments, one.id(), one, EnrolmentState::version);
    }

    void add(TrainedState one) {
        keepNewest(published, one.cohort(), one, TrainedState::version);
    }

    /**
     * Counts this learner. Where it is not settled whether the learner is trained, neither side is counted.
     *
     * @param judging cohorts in which nobody's training is settled
     * @param count what is found
     * @param leftOut what the roll-up holds of this learner and is not settled
     * @return the cohorts in which the next state of the learner is still on its way
     */
    Set<String> count(Rules rules, Predicate<String> judging, Counting count, Counting leftOut) {
        count.enrolled(enrolments.values());
        Map<String, List<CompletionState>> counting = completions.values().stream()
                .filter(rules::counts)
                .collect(Collectors.groupingBy(CompletionState::cohort));
        counting.values().forEach(all -> {
            all.forEach(one -> count.dated("completions", one.named(), one.completedOn()));
            count.completed(all);
        });
        Set<String> onItsWay = onItsWay();
        countTrained(rules, counting.values(), judging.or(onItsWay::contains), count, leftOut);
        return onItsWay;
    }

    private void countTrained(
            Rules rules,
            Collection<List<CompletionState>> counting,
            Predicate<String> unsettled,
            Counting count,
            Counting leftOut) {
        LocalDate firstFound = null;
        for (List<CompletionState> all : counting) {
            Optional<CompletionState> by = rules.trainedBy(all);
            if (by.isPresent()) {
                CompletionState one = by.get();
                firstFound = earlier(firstFound, one.completedOn());
                if (!unsettled.test(one.cohort())) {
                    count.dated("trained", one.named(), one.completedOn());
                }
            }
        }
        LocalDate firstPublished = null;
        for (TrainedState one : published.values()) {
            if (one.on() != null) {
                firstPublished = earlier(firstPublished, one.on());
                if (unsettled.test(one.cohort())) {
                    leftOut.dated("trained", one.named(), one.on());
                }
            }
        }
        boolean isSettled = Stream.concat(
                        published.keySet().stream(),
                        completions.values().stream().map(CompletionState::cohort))
                .noneMatch(unsettled);
        if (isSettled && firstFound != null) {
            count.person(firstFound);
        }
        if (!isSettled && firstPublished != null) {
            leftOut.person(firstPublished);
        }
    }

    /** Where a completion, or one that has passed to another learner, has a later state than the published one. */
    private Set<String> onItsWay() {
        return Stream.concat(
                        completions.values().stream()
                                .filter(one -> isAhead(one.cohort(), one.trainedVersion()))
                                .map(CompletionState::cohort),
                        departures.stream()
                                .filter(one -> isAhead(one.cohort(), one.trainedVersion()))
                                .map(Departure::cohort))
                .collect(Collectors.toSet());
    }

    private boolean isAhead(String cohort, long trainedVersion) {
        TrainedState last = published.get(cohort);
        return trainedVersion > (last == null ? 0 : last.version());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static <K, V> void keepNewest(Map<K, V> all, K key, V one, ToLongFunction<V> version) {
        all.merge(key, one, (known, other) -> version.applyAsLong(known) >= version.applyAsLong(other) ? known : other);
    }
}
