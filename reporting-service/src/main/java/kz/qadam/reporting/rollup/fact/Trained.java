package kz.qadam.reporting.rollup.fact;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether a learner is trained in a cohort.
 *
 * @param programmeVersion the version of the programme by which the learner was judged
 * @param cohortVersion the newest version of the cohort by which the learner was judged
 * @param by the completion that met the requirement; null while the learner is not trained
 */
public record Trained(
        UUID learner, String cohort, long version, long programmeVersion, long cohortVersion, Cause cause, By by)
        implements CountedFact {

    /** The completion that made the learner trained. The learner counts under its region, institution and course. */
    public record By(
            LocalDate on, UUID completion, String institution, String region, String course, long requirementVersion)
            implements EventMembers {}

    public boolean isTrained() {
        return by != null;
    }

    @Override
    public LearnerCohort subject() {
        return new LearnerCohort(learner, cohort);
    }

    @Override
    public Optional<EventMembers> members() {
        return Optional.ofNullable(by);
    }
}
