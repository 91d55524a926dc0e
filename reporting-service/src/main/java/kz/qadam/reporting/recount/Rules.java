package kz.qadam.reporting.recount;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rule 2 once more, written down plainly for the recount alone.
 *
 * @param startsOn the first day that counts; null while no programme is known: then nothing counts
 * @param horizon the last day that counts
 * @param requirements all versions, by cohort
 * @param hours by course; a course that is not known has none
 * @param areas by course
 */
record Rules(
        LocalDate startsOn,
        LocalDate horizon,
        Map<String, List<Requirement>> requirements,
        Map<String, Long> hours,
        Map<String, String> areas) {

    boolean counts(Statement one) {
        return one.accepted()
                && startsOn != null
                && !one.completedOn().isBefore(startsOn)
                && !one.completedOn().isAfter(horizon);
    }

    String area(String course) {
        return areas.getOrDefault(course, "unknown");
    }

    /** The completion by which somebody is trained, of all of a learner's that count in one cohort. */
    Optional<Statement> trainedBy(Collection<Statement> counting) {
        Set<String> courses = new HashSet<>();
        long sum = 0;
        for (Statement one : counting.stream().sorted(Statement.ORDER).toList()) {
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
