package kz.qadam.reporting.recount;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** All that the events state of one learner, in their newest versions. */
final class Learner {

    private final Map<UUID, Statement> completions = new HashMap<>();
    private final Map<UUID, Joined> enrolments = new HashMap<>();
    private final Map<String, Told> told = new HashMap<>();

    void add(Statement one) {
        keepNewest(completions, one.id(), one, Statement::version);
    }

    void add(Joined one) {
        keepNewest(enrolments, one.id(), one, Joined::version);
    }

    void add(Told one) {
        keepNewest(told, one.cohort(), one, Told::version);
    }

    /**
     * Counts this learner.
     *
     * @param count what is found
     * @param leftOut what the roll-up holds of this learner where the next word is still on its way
     * @return whether it is anywhere
     */
    boolean count(Rules rules, Count count, Count leftOut) {
        count.enrolled(enrolments.values());
        Map<String, List<Statement>> counting = completions.values().stream()
                .filter(rules::counts)
                .collect(Collectors.groupingBy(Statement::cohort));
        counting.values()
                .forEach(all -> all.forEach(one -> count.dated(
                        "completions", one.cohort(), one.region(), one.institution(), one.completedOn())));

        Map<String, Long> announced = completions.values().stream()
                .collect(Collectors.toMap(Statement::cohort, Statement::trainedVersion, Math::max));
        boolean anyInFlight = announced.keySet().stream().anyMatch(cohort -> inFlight(cohort, announced));
        LocalDate first = null;
        for (List<Statement> all : counting.values()) {
            Optional<Statement> by = rules.trainedBy(all);
            if (by.isPresent()) {
                Statement one = by.get();
                first = earlier(first, one.completedOn());
                if (!inFlight(one.cohort(), announced)) {
                    count.dated("trained", one.cohort(), one.region(), one.institution(), one.completedOn());
                }
            }
        }
        if (anyInFlight) {
            leaveOut(announced, leftOut);
        } else if (first != null) {
            count.person(first);
        }
        return anyInFlight;
    }

    private void leaveOut(Map<String, Long> announced, Count leftOut) {
        LocalDate first = null;
        for (Told one : told.values()) {
            if (one.on() != null) {
                first = earlier(first, one.on());
                if (inFlight(one.cohort(), announced)) {
                    leftOut.dated("trained", one.cohort(), one.region(), one.institution(), one.on());
                }
            }
        }
        if (first != null) {
            leftOut.person(first);
        }
    }

    private boolean inFlight(String cohort, Map<String, Long> announced) {
        Told last = told.get(cohort);
        return announced.getOrDefault(cohort, 0L) > (last == null ? 0 : last.version());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static <K, V> void keepNewest(Map<K, V> all, K key, V one, ToLongFunction<V> version) {
        all.merge(
                key,
                one,
                (known, other) -> version.applyAsLong(known) >= version.applyAsLong(other) ? known : other);
    }
}
