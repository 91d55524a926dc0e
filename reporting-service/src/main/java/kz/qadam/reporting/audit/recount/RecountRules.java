package kz.qadam.reporting.audit.recount;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rule 2, written once more for the recount alone.
 *
 * @param startsOn the first day that counts; null while no programme is known: then no completion counts
 * @param horizon the last day that counts
 * @param requirements all versions, by cohort
 * @param hours by course; a course that is not known has no hours
 */
record RecountRules(
        LocalDate startsOn, LocalDate horizon, Map<String, List<Requirement>> requirements, Map<String, Long> hours) {

    static RecountRules of(RecountedCatalogue descriptions) {
        LocalDate startsOn = null;
        LocalDate horizon = null;
        for (RecountedCatalogue.Programme programme : descriptions.of(RecountedCatalogue.Programme.class)) {
            startsOn = programme.daysInForce().startsOn();
            horizon = programme.daysInForce().horizon();
        }
        Map<String, List<Requirement>> requirements = new HashMap<>();
        descriptions
                .of(RecountedCatalogue.Cohort.class)
                .forEach(cohort -> requirements.put(cohort.code(), cohort.requirements()));
        Map<String, Long> hours = new HashMap<>();
        descriptions.of(Dimensions.Course.class).forEach(course -> hours.put(course.code(), course.hours()));
        return new RecountRules(startsOn, horizon, requirements, hours);
    }

    boolean counts(RecountedCompletion one) {
        return one.isAccepted()
                && startsOn != null
                && !one.completedOn().isBefore(startsOn)
                && !one.completedOn().isAfter(horizon);
    }

    /**
     * The first completion with which a learner meets the requirement.
     *
     * @param counting all completions of the learner that count in one cohort
     */
    Optional<RecountedCompletion> trainedBy(Collection<RecountedCompletion> counting) {
        Set<String> courses = new HashSet<>();
        long sum = 0;
        for (RecountedCompletion one :
                counting.stream().sorted(RecountedCompletion.ORDER).toList()) {
            if (courses.add(one.course())) {
                sum += hours.getOrDefault(one.course(), 0L);
            }
            Optional<Requirement> inForce = inForce(one.cohort(), one.completedOn());
            if (inForce.isPresent() && inForce.get().isMetBy(courses, sum)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private Optional<Requirement> inForce(String cohort, LocalDate day) {
        return requirements.getOrDefault(cohort, List.of()).stream()
                .filter(one -> !one.validFrom().isAfter(day))
                .max(Comparator.comparing(Requirement::validFrom).thenComparing(Requirement::version));
    }
}
