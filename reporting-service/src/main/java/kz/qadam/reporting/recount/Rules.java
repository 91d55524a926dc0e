package kz.qadam.reporting.recount;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.qadam.reporting.json.Members;

/**
 * Rule 2 once more, written down plainly for the recount alone.
 *
 * @param startsOn the first day that counts; null while no programme is known: then nothing counts
 * @param horizon the last day that counts
 * @param requirements all versions, by cohort
 * @param hours by course; a course that is not known has none
 */
record Rules(
        LocalDate startsOn, LocalDate horizon, Map<String, List<Requirement>> requirements, Map<String, Long> hours) {

    /** @param described the newest descriptions of all things in the catalogue, by what they are */
    static Rules of(Map<String, Collection<Members>> described) {
        LocalDate startsOn = null;
        LocalDate horizon = null;
        for (Members programme : described.getOrDefault("programme", List.of())) {
            List<LocalDate[]> days = programme.objects(
                    "versions", version -> new LocalDate[] {version.date("startsOn"), version.date("horizon")});
            startsOn = days.get(days.size() - 1)[0];
            horizon = days.get(days.size() - 1)[1];
        }
        Map<String, List<Requirement>> requirements = new HashMap<>();
        described
                .getOrDefault("cohort", List.of())
                .forEach(one -> requirements.put(one.text("code"), one.objects("versions", Requirement::of)));
        Map<String, Long> hours = new HashMap<>();
        described.getOrDefault("course", List.of()).forEach(one -> hours.put(one.text("code"), one.whole("hours", 1)));
        return new Rules(startsOn, horizon, requirements, hours);
    }

    boolean counts(CompletionState one) {
        return one.accepted()
                && startsOn != null
                && !one.completedOn().isBefore(startsOn)
                && !one.completedOn().isAfter(horizon);
    }

    /** The completion by which somebody is trained, of all of a learner's that count in one cohort. */
    Optional<CompletionState> trainedBy(Collection<CompletionState> counting) {
        Set<String> courses = new HashSet<>();
        long sum = 0;
        for (CompletionState one :
                counting.stream().sorted(CompletionState.ORDER).toList()) {
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
