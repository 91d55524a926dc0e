package kz.qadam.progress.trained;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Counting rule 2: the first completion that, together with those before it, meets the requirement version in force on
 * its day makes the learner trained, on that day.
 */
public final class TrainedRule {

    /** The days that count, the first and the last included. */
    public record ProgrammeDays(LocalDate startsOn, LocalDate horizon) {

        public boolean include(LocalDate day) {
            return !day.isBefore(startsOn) && !day.isAfter(horizon);
        }
    }

    /**
     * A requirement that is in force from a day on. Of two with the same day, the higher version is in force.
     *
     * @param version the number in the order in which versions were recorded
     */
    public record RequirementVersion(int version, LocalDate validFrom, Requirement requirement) {}

    /**
     * How a learner became trained.
     *
     * @param by the completion that met the requirement; the learner is counted in its region and institution
     * @param requirementVersion the version that it met
     */
    public record Trained(AcceptedCompletion by, int requirementVersion) {}

    private TrainedRule() {}

    /**
     * Applies the rule.
     *
     * @param days the programme's days; null while the programme is not known, and then nobody is trained
     * @param versions all requirement versions of the cohort, in any order
     * @param completions the learner's accepted completions under enrolments of the cohort, in any order
     */
    public static Optional<Trained> judge(
            ProgrammeDays days, Collection<RequirementVersion> versions, Collection<AcceptedCompletion> completions) {
        if (days == null) {
            return Optional.empty();
        }
        List<AcceptedCompletion> before = new ArrayList<>();
        List<AcceptedCompletion> inOrder = completions.stream()
                .filter(c -> days.include(c.on()))
                .sorted(Comparator.comparing(AcceptedCompletion::position))
                .toList();
        for (AcceptedCompletion completion : inOrder) {
            before.add(completion);
            Optional<RequirementVersion> inForce = inForceOn(completion.on(), versions);
            if (inForce.isPresent() && inForce.get().requirement().isMetBy(before)) {
                return Optional.of(new Trained(completion, inForce.get().version()));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a trained learner remains trained by the same completion, whatever was completed before it. That is so if
     * all gained completions come after it, and the requirement version that it met is still in force on its day.
     *
     * @param by the position of the completion that met the requirement
     * @param gained completions that were not part of that judgement
     */
    public static boolean remainsTrained(
            ProgrammeDays days,
            Collection<RequirementVersion> versions,
            AcceptedCompletion.Position by,
            int requirementVersion,
            Collection<AcceptedCompletion> gained) {
        return days != null
                && days.include(by.on())
                && inForceOn(by.on(), versions).stream().anyMatch(v -> v.version() == requirementVersion)
                && gained.stream().allMatch(completion -> completion.position().compareTo(by) > 0);
    }

    /** The version in force on a day; none before the first begins. */
    public static Optional<RequirementVersion> inForceOn(LocalDate day, Collection<RequirementVersion> versions) {
        return versions.stream()
                .filter(v -> !v.validFrom().isAfter(day))
                .max(Comparator.comparing(RequirementVersion::validFrom).thenComparing(RequirementVersion::version));
    }
}
